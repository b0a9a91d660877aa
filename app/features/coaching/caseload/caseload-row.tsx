import { Form, Link } from 'react-router';
import { SmallRunChart } from '~/features/run-charts/view/small-run-chart';
import { Button, ButtonLink } from '~/ui/button';
import type { CaseloadTeam } from './caseload';
import { nextMove, reasonNames } from './caseload-words';
import { RestFields } from './rest-fields';
import { restKey } from './rest-key';
import { Sentence } from './sentence';

const columns =
  'grid gap-x-6 gap-y-2.5 px-5 py-4 sm:px-6 md:grid-cols-[minmax(0,1fr)_8.25rem] lg:grid-cols-[17rem_minmax(0,1fr)_10.5rem_8.25rem] lg:items-center';

/** One team: who, why, its chart, and one button. */
export function CaseloadRow({ team, back }: { team: CaseloadTeam; back: string }) {
  const first = team.reasons[0];
  const move = nextMove(team, first);
  const place = `${team.schoolName} · ${team.name}`;
  return (
    <li className={columns}>
      <div className="min-w-0">
        <h3 className="text-base leading-snug font-semibold">
          <Link to={`/coaching/${team.id}`} className="inline-block min-h-6 no-underline hover:underline">
            {place}
          </Link>
        </h3>
        {team.about === '' ? null : <p className="text-sm text-soft">{team.about}</p>}
      </div>
      <div className="min-w-0 md:col-start-1 lg:col-start-auto">
        <Standing team={team} back={back} />
      </div>
      <div className="max-w-60 min-w-0 max-lg:w-full">
        {team.chart ? <SmallRunChart chart={team.chart} /> : null}
        {team.verdict === '' ? null : <span className="sr-only">{team.verdict}</span>}
      </div>
      <ButtonLink
        to={move.path}
        aria-label={`${move.label}: ${place}`}
        className="max-md:justify-self-start max-md:px-8! md:col-start-2 md:row-span-3 md:row-start-1 md:self-center lg:col-start-4 lg:row-span-1 lg:self-auto"
      >
        {move.label}
      </ButtonLink>
    </li>
  );
}

/** Why it needs somebody, what is with it, or what it did last. */
function Standing({ team, back }: { team: CaseloadTeam; back: string }) {
  const { held, waits, standing, lastDone, lastNote } = team;
  const [first, ...others] = team.reasons;
  const note = lastNote === '' ? '' : ` Last note: “${lastNote}”`;
  const beneath = [...others, ...held];
  return (
    <>
      {first ? (
        <p>
          <Sentence words={first.words} />
          {note}
        </p>
      ) : null}
      {waits.length > 0 ? (
        <p className={first ? 'mt-1 text-sm text-soft' : ''}>{waits.map(({ words }) => words).join(' ')}</p>
      ) : null}
      {beneath.length > 0 ? (
        <ul className="mt-1 text-sm text-soft">
          {beneath.map((one) => (
            <li key={restKey(one)}>
              <Sentence words={one.words} />
            </li>
          ))}
        </ul>
      ) : null}
      {team.group === 'well' ? <p>{lastDone}</p> : null}
      {standing === '' ? null : (
        <p className={team.group === 'quiet' ? '' : 'mt-1 text-sm text-soft'}>{standing}</p>
      )}
      <WhyAndNotNow team={team} back={back} />
    </>
  );
}

function WhyAndNotNow({ team, back }: { team: CaseloadTeam; back: string }) {
  const reasons = [...team.reasons, ...team.held];
  if (reasons.length + team.waits.length === 0) return null;
  return (
    <div className="mt-1 flex flex-wrap gap-x-5 text-sm">
      <details suppressHydrationWarning className="open:w-full">
        <summary className="inline-block min-h-6 cursor-pointer text-soft hover:text-ink">
          Why does it say this?
        </summary>
        <ul className="mt-1 mb-2 max-w-[65ch] space-y-1.5">
          {team.reasons.map((one) => (
            <li key={restKey(one)}>{one.explanation}</li>
          ))}
          {team.waits.map((one) => (
            <li key={one.words}>{one.explanation}</li>
          ))}
          {team.held.map((one) => (
            <li key={restKey(one)}>{one.explanation}</li>
          ))}
        </ul>
      </details>
      {reasons.length === 0 ? null : (
        <details suppressHydrationWarning className="open:w-full">
          <summary className="inline-block min-h-6 cursor-pointer text-soft hover:text-ink">
            Not now, until…
          </summary>
          <Form
            method="post"
            action={`/coaching/rests?${new URLSearchParams({ back }).toString()}`}
            className="mt-1 mb-2 space-y-2 rounded-md bg-sunken p-3"
          >
            <RestFields
              teamId={team.id}
              things={reasons.map((one) => ({ key: restKey(one), label: reasonNames[one.reason] }))}
            />
            <Button>Let it rest</Button>
          </Form>
        </details>
      )}
    </div>
  );
}
