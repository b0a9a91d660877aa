import { useScriptReady } from '~/ui/script-ready';
import type { LinkState } from './room-link';

const words: Record<LinkState, string> = {
  page: '',
  in_step: 'In step with the room',
  trying: 'Not in step; trying again…',
  elsewhere: 'You opened this room in many windows, so this one rests.',
};

/** Whether the page is in step with the room, and a way to look again where it is not. */
export function LinkLine({ state, here }: { state: LinkState; here: string }) {
  const runs = useScriptReady();
  const isApart = state === 'trying' || state === 'elsewhere';
  return (
    <p className="text-sm text-soft">
      <span role="status">{words[state]}</span>{' '}
      {isApart || !runs ? (
        <a href={here} className="inline-flex min-h-6 items-center">
          Look again
        </a>
      ) : null}
    </p>
  );
}
