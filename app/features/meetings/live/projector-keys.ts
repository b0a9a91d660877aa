import { useEffect, useRef } from 'react';
import type { ClockMove } from '#db/vocabulary';
import type { RoomClock } from './room';

/** What a key does to the clock: space stops and starts it, the arrows go on and back; null for every other key. */
export function moveOfKey(key: string, state: RoomClock['state']): ClockMove | null {
  const inStep = state === 'running' || state === 'paused';
  if (key === ' ') return state === 'running' ? 'pause' : state === 'paused' ? 'resume' : null;
  if (!inStep) return null;
  if (key === 'ArrowRight' || key === 'PageDown') return 'next';
  return key === 'ArrowLeft' || key === 'PageUp' ? 'back' : null;
}

/** Space belongs to a button that has the focus, and typing to its field. */
function isTaken({ target, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const control = 'a, button, input, textarea, select, summary, [contenteditable]';
  return altKey || ctrlKey || metaKey || (target instanceof Element && target.closest(control) !== null);
}

/** Presses on the clock by keyboard, or by the remote control of a projector, for those who keep it. */
export function useClockKeys(
  isOn: boolean,
  state: RoomClock['state'],
  press: (move: ClockMove) => void,
): void {
  const latest = useRef({ state, press });
  useEffect(() => {
    latest.current = { state, press };
  });
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const move = isTaken(event) || event.repeat ? null : moveOfKey(event.key, latest.current.state);
      if (move === null) return;
      event.preventDefault();
      latest.current.press(move);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn]);
}
