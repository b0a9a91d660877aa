import { createContext } from 'react-router';
import type { RouterContextProvider } from 'react-router';
import type { Clock } from './clock.server';
import type { Database } from './database.server';
import type { Environment } from './environment.server';
import type { AppLogger } from './logger.server';
import type { Mailer } from './mailer.server';
import type { Seals } from './seals.server';
import type { SignIn } from './sign-in.server';

/** What the composition root gives every request. */
export type Platform = {
  database: Database;
  clock: Clock;
  mailer: Mailer;
  signIn: SignIn;
  seals: Seals;
  logger: AppLogger;
  environment: Pick<Environment, 'publicUrl' | 'demo'>;
  /** The one-time code that the log printed; null once the network exists. */
  setUpCode: { current: string | null };
};

export const platformContext = createContext<Platform>();
export const nonceContext = createContext<string>('');

export function platformOf(context: Readonly<RouterContextProvider>): Platform {
  return context.get(platformContext);
}
