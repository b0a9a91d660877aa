import { counted } from '~/lib/number-format';
import type { SchoolDay } from '~/lib/school-day';
import { versionSentence } from './definition-words';
import type { MeasureVersion } from './measure-version';

type Props = { versions: MeasureVersion[]; today: SchoolDay; timeZone: string };

function Version({ version, today, timeZone }: { version: MeasureVersion } & Omit<Props, 'versions'>) {
  return (
    <>
      <p className="max-w-[70ch] break-words whitespace-pre-line">{version.definition}</p>
      <p className="mt-1 text-sm text-soft">{versionSentence(version, { today, timeZone })}</p>
    </>
  );
}

/** The definition in force in full, and the earlier ones behind a line; `versions` is the newest first. */
export function DefinitionHistory({ versions, today, timeZone }: Props) {
  const [newest, ...earlier] = versions;
  if (!newest) return null;
  return (
    <div>
      <Version version={newest} today={today} timeZone={timeZone} />
      {earlier.length > 0 ? (
        <details suppressHydrationWarning className="mt-2">
          <summary className="inline-block min-h-6 text-sm text-soft underline underline-offset-3 hover:text-ink">
            {counted(earlier.length, 'earlier definition')}
          </summary>
          <ol className="mt-2 space-y-3 border-l-2 border-line pl-4">
            {earlier.map((version) => (
              <li key={version.id}>
                <Version version={version} today={today} timeZone={timeZone} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  );
}
