import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const routerDist = (file: string) => fromRoot(`./node_modules/react-router/dist/production/${file}`);

/**
 * The package exports of react-router give Node its development build whatever NODE_ENV says,
 * so the server bundle takes the production files by path.
 */
const productionRouter = [
  { find: /^react-router$/, replacement: routerDist('index.mjs') },
  { find: /^react-router\/dom$/, replacement: routerDist('dom-export.mjs') },
];

/**
 * For browsers lib0 has a logger with a console of its own to draw, and a schema library with it: 3 kB gzipped behind the two
 * warnings of yjs. The other one writes the same to the browser's console.
 */
const plainLogging = {
  find: /^lib0\/logging$/,
  replacement: fromRoot('./node_modules/lib0/logging.node.js'),
};

/** Compresses each built asset once, so that the server only sends files. */
function compressAssets(): Plugin {
  return {
    name: 'compress-assets',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    writeBundle({ dir }) {
      const folder = join(dir ?? '', 'assets');
      for (const name of readdirSync(folder)) {
        if (!/\.(js|css|svg|json)$/.test(name)) continue;
        const bytes = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), reactRouter(), compressAssets()],
  resolve: {
    alias: [
      { find: '~', replacement: fromRoot('./app') },
      { find: '#db', replacement: fromRoot('./db') },
      plainLogging,
      ...(command === 'build' ? productionRouter : []),
    ],
  },
  build: { assetsInlineLimit: 0, target: 'es2022', reportCompressedSize: false },
  environments: {
    ssr: {
      build: { rollupOptions: { input: fromRoot('./app/server/start.ts') }, target: 'node20' },
      resolve: command === 'build' ? { noExternal: [/^react-router/, /^@react-router\//] } : {},
    },
  },
}));
