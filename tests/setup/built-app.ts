import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../support/browser';

function newestChange(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(newest, entry.isDirectory() ? newestChange(path) : statSync(path).mtimeMs);
  }, 0);
}

function buildIsFresh(): boolean {
  const built = 'build/server/index.js';
  if (!existsSync(built)) return false;
  const sources = Math.max(
    ...['app', 'db', 'public'].map(newestChange),
    statSync('vite.config.ts').mtimeMs,
    statSync('package-lock.json').mtimeMs,
  );
  return statSync(built).mtimeMs > sources;
}

/**
 * These tests use the app as it is built, in a real browser: both are made sure of once, first. The tests' own NODE_ENV would
 * build React for development.
 */
export default function prepare(): void {
  if (!buildIsFresh())
    execFileSync('npx', ['react-router', 'build'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
  findBrowser();
}
