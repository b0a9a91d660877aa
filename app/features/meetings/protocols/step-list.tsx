import type { ProtocolStep } from './protocol';
import { voicesInWords } from './protocol-words';

/** The steps of a protocol to read: minutes, who speaks, what to do. */
export function StepList({ steps }: { steps: readonly ProtocolStep[] }) {
  return (
    <ol className="divide-y divide-line">
      {steps.map((step, index) => (
        <li key={index} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 py-2.5">
          <span className="text-soft tabular-nums">{step.minutes} min</span>
          <div className="min-w-0 wrap-anywhere">
            <p className="font-semibold">
              <bdi>{step.title}</bdi>
            </p>
            <p className="text-sm text-soft">{voicesInWords(step)}</p>
            {step.prompt === '' ? null : (
              <p dir="auto" className="mt-0.5 max-w-[65ch]">
                {step.prompt}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
