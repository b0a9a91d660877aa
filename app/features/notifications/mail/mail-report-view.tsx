import { Form } from 'react-router';
import { Button } from '~/ui/button';
import { Badge, Card, EmptyState } from '~/ui/card';
import type { JobLine, MailReport, TroubledMail } from './mail-report';

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

export function MailCounts({ report }: { report: MailReport }) {
  const lines = [
    [plural(report.sentInWeek, 'mail', 'mails'), 'sent in the last seven days'],
    [plural(report.waiting, 'mail', 'mails'), report.waiting === 1 ? 'waits to be sent' : 'wait to be sent'],
    [plural(report.unsure, 'mail', 'mails'), 'may have arrived or not'],
    [plural(report.givenUp, 'mail', 'mails'), 'given up'],
  ];
  return (
    <Card labelledBy="counts">
      <h2 id="counts">Sent and waiting</h2>
      <ul className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {lines.map(([count, what]) => (
          <li key={what}>
            <span className="font-semibold tabular-nums">{count}</span>{' '}
            <span className="text-soft">{what}</span>
          </li>
        ))}
      </ul>
      {report.waiting > 0 && report.waitingBecause !== '' ? (
        <p className="mt-3 text-sm wrap-anywhere text-soft">What kept them: {report.waitingBecause}</p>
      ) : null}
    </Card>
  );
}

export function JobTurns({ jobs }: { jobs: JobLine[] }) {
  return (
    <Card labelledBy="jobs">
      <h2 id="jobs">Running by the clock</h2>
      <ul className="mt-2 divide-y divide-line">
        {jobs.map(({ name, last, outcome }) => (
          <li key={name} className="py-2.5 wrap-anywhere">
            <span className="font-semibold">{name}:</span> {last}
            {outcome === '' ? null : <span className="block text-sm text-soft">{outcome}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Troubled({ mail }: { mail: TroubledMail }) {
  const kind = mail.kind === 'digest' ? 'digest' : 'mail about one thing';
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-4">
      <div className="min-w-0 flex-1 basis-72 wrap-anywhere">
        <p>
          <bdi className="font-semibold">{mail.personName}</bdi>{' '}
          <span className="text-sm text-soft">{mail.email}</span>
        </p>
        <p className="mt-1 text-sm text-soft">
          <Badge tone="away">{mail.state === 'unsure' ? 'unsure' : 'given up'}</Badge> {kind} of {mail.made} ·{' '}
          {plural(mail.tries, 'try', 'tries')}
        </p>
        <p className="mt-1 text-sm">{mail.problem}</p>
      </div>
      <Form method="post">
        <input type="hidden" name="mailId" value={mail.id} />
        <Button aria-label={`Send the mail to ${mail.personName} again`}>Send it again</Button>
      </Form>
    </li>
  );
}

export function TroubledMails({ mails }: { mails: TroubledMail[] }) {
  if (mails.length === 0)
    return (
      <EmptyState title="Every mail found its way.">
        A mail that is refused for good, or to which the mail server gave no answer, shows here for 30 days.
      </EmptyState>
    );
  return (
    <Card labelledBy="troubled">
      <h2 id="troubled">Mails to look at</h2>
      <p className="mt-1 max-w-[65ch] text-soft">
        A mail that is unsure was handed over, and the mail server never said whether it took it. It is not
        sent again by itself, since it might arrive twice. Nothing is lost: everything is in the person’s
        inbox here.
      </p>
      <ul className="mt-3 divide-y divide-line border-t border-line">
        {mails.map((mail) => (
          <Troubled key={mail.id} mail={mail} />
        ))}
      </ul>
    </Card>
  );
}
