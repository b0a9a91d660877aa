import { Link } from 'react-router';
import { Badge, Card } from '~/ui/card';
import { counted } from '~/lib/number-format';
import { verdictWords, confidenceWords } from './cycle-words';
import type { LedgerTally } from './prediction-ledger';

export type LedgerRow = {
  id: string;
  cycleId: string;
  cycleName: string;
  question: string;
  predicted: string;
  came: string;
  verdict: keyof typeof verdictWords | null;
  confidence: number | null;
};

const tones = { as_predicted: 'toward', partly: 'plain', not_as_predicted: 'accent' } as const;

/** Hits and misses in one sentence, to the team itself or to somebody who follows it: a miss is worth as much. */
export function tallySentence(tally: LedgerTally, isOwnTeam: boolean): string {
  const whom = isOwnTeam ? 'you' : 'the team';
  const answered = tally.asPredicted + tally.partly + tally.notAsPredicted;
  if (answered === 0) return 'No prediction has been studied yet.';
  const misses =
    tally.notAsPredicted === 1
      ? `once it did not, and that taught ${whom} something`
      : `${tally.notAsPredicted} times it did not, and each taught ${whom} something`;
  return `Of ${counted(answered, 'prediction')} studied, ${tally.asPredicted} came as predicted and ${tally.partly} partly; ${tally.notAsPredicted === 0 ? 'none missed: bolder predictions teach more' : misses}.`;
}

export function LedgerTable({ rows }: { rows: LedgerRow[] }) {
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[1fr_11rem_9rem_9.5rem]">
          <div className="min-w-0">
            <Link
              to={`/cycles/${row.cycleId}/study`}
              className="inline-block min-h-6 no-underline hover:underline"
            >
              {row.question}
            </Link>
            <p className="text-sm text-soft">{row.cycleName}</p>
          </div>
          <p className="text-sm">
            <span className="text-soft">Expected </span>
            {row.predicted}
            {row.confidence === null ? '' : `, confidence ${row.confidence}`}
          </p>
          <p className="text-sm">
            <span className="text-soft">Came </span>
            {row.came}
          </p>
          <p className="sm:text-right">
            {row.verdict === null ? (
              <Badge>Open</Badge>
            ) : (
              <Badge tone={tones[row.verdict]}>{verdictWords[row.verdict]}</Badge>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Are we right as often as we feel sure? */
export function ConfidenceTable({ tally }: { tally: LedgerTally }) {
  return (
    <Card labelledBy="confidence">
      <h2 id="confidence">Confidence against outcome</h2>
      <p className="mt-1 text-sm text-soft">When you feel surer, are you right more often?</p>
      <table className="mt-3 w-full max-w-md text-left text-sm">
        <thead>
          <tr className="border-b border-strong">
            <th scope="col" className="py-1.5 font-semibold">
              How sure
            </th>
            <th scope="col" className="py-1.5 font-semibold">
              Studied
            </th>
            <th scope="col" className="py-1.5 font-semibold">
              As predicted
            </th>
            <th scope="col" className="py-1.5 font-semibold">
              Partly
            </th>
          </tr>
        </thead>
        <tbody>
          {tally.byConfidence.map((row) => (
            <tr key={row.confidence} className="border-b border-line">
              <th scope="row" className="py-1.5 font-normal">
                {row.confidence}, {confidenceWords[row.confidence]}
              </th>
              <td className="py-1.5">{row.answered}</td>
              <td className="py-1.5">{row.asPredicted}</td>
              <td className="py-1.5">{row.partly}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
