import { data, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { contributionKinds } from '#db/vocabulary';
import { ContributionForm } from '~/features/meetings/live/contribution-form';
import { orUnreached } from '~/features/meetings/live/or-unreached';
import type { SayAnswer } from '~/features/meetings/live/room-answers';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { writeContribution } from '~/features/meetings/live/write-contribution.server';
import { signedIn } from '~/features/people/request-actor.server';
import { typedLines } from '~/lib/typed-text';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { wantsData } from '~/platform/wants-data.server';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/contributions';

const sayForm = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  kind: z.enum(contributionKinds),
  body: z.string().overwrite(typedLines).default(''),
  looked: z.string().default(''),
});

/** There is nothing here to read: the page exists for what was typed without script and did not go through. */
export function loader() {
  return data(null, { status: 404 });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const parsed = sayForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throwNotFound();
  const meetingId = params.meeting;
  const { id, itemId, kind, body } = parsed.data;
  const outcome = await writeContribution(database, actor, { ...parsed.data, meetingId }, { now, today });
  if (outcome.ok) {
    tellRoom(meetingId, { kind: 'room' });
    if (!wantsData(request)) throw redirect(`/meetings/${meetingId}/live#said`);
    return data<SayAnswer>({ ok: true, nextId: uuidv7() });
  }
  if (outcome.problem.kind !== 'invalid') refuse(outcome.problem);
  const { message, fields } = outcome.problem;
  return data<SayAnswer>(
    { ok: false, nextId: id, message, typed: body, kind, itemId, asked: fields?.looked?.[0] ?? null },
    { status: 400 },
  );
}

/** The page stays, with what was typed, when the server cannot be reached. */
export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return orUnreached(() => serverAction());
}

export default function Contributions({ params, actionData }: Route.ComponentProps) {
  const refused = actionData && 'ok' in actionData && !actionData.ok ? actionData : null;
  return (
    <div className="mx-auto max-w-[640px]">
      <title>Your words for the room · Boldline</title>
      <PageHeader title={refused ? 'This has not been shown to the room' : 'Nothing to read here'} />
      {refused ? (
        <Card>
          <ContributionForm
            meetingId={params.meeting}
            item={{ id: refused.itemId, title: '' }}
            personId={null}
            newId={refused.nextId}
            usualKind={refused.kind}
            posted={refused}
          />
        </Card>
      ) : null}
      <p className="mt-5">
        <ButtonLink to={`/meetings/${params.meeting}/live`} tone="quiet">
          Back to the meeting
        </ButtonLink>
      </p>
    </div>
  );
}
