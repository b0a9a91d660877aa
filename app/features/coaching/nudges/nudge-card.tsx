import { formatWeekday, schoolDayAt } from '~/lib/school-day';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import type { OpenNudge } from './nudge';
import { nudgeButton } from './nudge-words';

/** What a coach wrote to the team, on This week. */
export function NudgeCards({ nudges, timeZone }: { nudges: OpenNudge[]; timeZone: string }) {
  return nudges.map(({ id, coachName, teamName, body, path, sentAt }) => (
    <Card key={id} labelledBy={`nudge-${id}`}>
      <p className="text-sm text-soft">
        {teamName} · {formatWeekday(schoolDayAt(sentAt, timeZone))}
      </p>
      <h2 id={`nudge-${id}`} className="mt-1">
        A word from {coachName}
      </h2>
      <p className="mt-2 max-w-[65ch] wrap-anywhere whitespace-pre-line" dir="auto">
        {body}
      </p>
      <ButtonLink to={path} className="mt-4 max-sm:w-full" aria-describedby={`nudge-${id}`}>
        {nudgeButton(path)}
      </ButtonLink>
    </Card>
  ));
}
