import { expect, it } from 'vitest';
import { moveOfKey } from './projector-keys';

it.each([
  [' ', 'running', 'pause'],
  [' ', 'paused', 'resume'],
  [' ', 'waiting', null],
  ['ArrowRight', 'running', 'next'],
  ['PageDown', 'paused', 'next'],
  ['ArrowLeft', 'running', 'back'],
  ['ArrowLeft', 'ended', null],
  ['Enter', 'running', null],
] as const)('key “%s” while %s: %s', (key, state, move) => expect(moveOfKey(key, state)).toBe(move));
