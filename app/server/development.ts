import { createServer } from 'vite';
import type { RequestListener } from 'node:http';
import type { ServerBuild } from 'react-router';
import type * as Application from './application';
import type * as PlatformModule from './platform';

/** `npm run dev`: the same application, its modules and pages reloaded as they change. */
async function develop(): Promise<void> {
  const vite = await createServer({ server: { middlewareMode: true } });
  const express = (await import('express')).default;
  const { readEnvironment } = await import('~/platform/environment.server');
  const environment = readEnvironment();
  const { openPlatform } = (await vite.ssrLoadModule('./app/server/platform.ts')) as typeof PlatformModule;
  const { makeApplication } = (await vite.ssrLoadModule('./app/server/application.ts')) as typeof Application;
  const platform = await openPlatform(environment);
  const app = express();
  app.use(vite.middlewares);
  const build = () => vite.ssrLoadModule('virtual:react-router/server-build') as Promise<ServerBuild>;
  app.use(
    makeApplication({
      platform,
      build,
      clientFolder: null,
      proxyHops: environment.proxyHops,
    }) as RequestListener,
  );
  app.listen(environment.port, environment.host, () =>
    platform.logger.info(`Boldline develops at ${environment.publicUrl}`),
  );
}

await develop();
