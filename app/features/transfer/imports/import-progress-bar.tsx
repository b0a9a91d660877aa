import { useEffect, useState } from 'react';

const pollMs = 300;

function isProgress(value: unknown): value is { done: number; total: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'done' in value &&
    'total' in value &&
    typeof value.done === 'number' &&
    typeof value.total === 'number'
  );
}

/** How far a running import is; asks the server again and again while it is on the screen. */
export function ImportProgressBar({ importId, teamId }: { importId: string; teamId: string }) {
  const [percent, setPercent] = useState(0);
  useEffect(() => {
    const ask = async () => {
      const response = await fetch(`/imports/${importId}/progress?team=${teamId}`).catch(() => null);
      const answer: unknown = response?.ok ? await response.json() : null;
      if (isProgress(answer) && answer.total > 0)
        setPercent((before) => Math.max(before, Math.round((100 * answer.done) / answer.total)));
    };
    const timer = setInterval(() => void ask(), pollMs);
    return () => clearInterval(timer);
  }, [importId, teamId]);
  return (
    <div className="w-full" role="status">
      <label htmlFor="import-progress" className="block font-semibold">
        Importing…
      </label>
      <progress id="import-progress" max={100} value={percent} className="mt-1 h-3 w-full accent-accent">
        {percent}%
      </progress>
    </div>
  );
}
