import { pino } from 'pino';

export type AppLogger = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'fatal'>;

export function makeLogger(level: string): pino.Logger {
  return pino({ level, redact: ['req.headers.cookie', '*.password', '*.token'] });
}
