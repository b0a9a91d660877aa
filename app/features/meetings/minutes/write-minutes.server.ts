import { and, eq } from 'drizzle-orm';
import { meetingMinutes } from '#db/schema';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import type { SchoolDay } from '~/lib/school-day';
import { conflict, invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { knowsHiddenNumbers } from '../presenters/hidden-numbers.server';
import { lookedAt, staffAndPlaces } from '../commitments/commitment-questions.server';
import { loadTakerChoices } from '../commitments/taker-choices.server';
import { findMeeting } from '../meeting-queries.server';
import { findLatestAddition } from './latest-addition-queries.server';
import type { MinutesForm } from './minutes-form';
import { writesMinutes } from './minutes-policy';

/** The name of the draft in which the minutes of a meeting wait. */
export const minutesDraft = (meetingId: string) => draftForm('minutes', meetingId);

/**
 * Writes the minutes of a meeting and, at `step` send, sends them: `sentBody`, a new edition, who and when, from which the
 * mails follow. What went out already is not sent twice; other words are a new edition. Before sending, words that may tell
 * of a student are asked about: `looked` among the problem's fields.
 */
export function writeMinutes(
  database: Database,
  actor: Actor,
  { meetingId, form }: { meetingId: string; form: MinutesForm },
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome<{ sent: boolean }>> {
  return database.inTransaction(async (tx): Promise<Outcome<{ sent: boolean }>> => {
    const meeting = await findMeeting(tx, actor, meetingId);
    if (!meeting) return notFound;
    if (!writesMinutes(meeting))
      return notAllowed('Those who run this meeting and its note-taker write its minutes.');
    if (meeting.cancelledAt !== null) return invalid('This meeting was cancelled: it has no minutes.');
    const sends = form.step === 'send';
    if (sends && meeting.announcedAt === null)
      return invalid('Nobody is invited to this meeting yet, so there is nobody to send them to.');
    const body = form.body.replaceAll('\r\n', '\n');
    const there = (await tx.select().from(meetingMinutes).where(eq(meetingMinutes.meetingId, meetingId)))[0];
    const isSame = there?.body === body;
    if (!isSame && (there?.version ?? 0) !== form.version) return conflict;
    const isOut = isSame && there.sentBody === body;
    if (sends && !isOut) {
      const { choices } = await loadTakerChoices(tx, meeting, today);
      const known = await staffAndPlaces(tx, meetingId, choices);
      const staffNames = [...known.staffNames, actor.name];
      const placeNames = [...known.placeNames, meeting.ofName, meeting.title, meeting.place];
      const numbersAreHidden = await knowsHiddenNumbers(tx, actor, meetingId);
      const looked = lookedAt(body, form.looked, { staffNames, placeNames, numbersAreHidden });
      if (!looked.ok) return looked;
    }
    const stamp = { changedBy: actor.personId, changedAt: now };
    if (!there) await tx.insert(meetingMinutes).values({ meetingId, body, ...stamp });
    else if (!isSame)
      await tx
        .update(meetingMinutes)
        .set({ body, version: there.version + 1, ...stamp })
        .where(eq(meetingMinutes.meetingId, meetingId));
    // Saved again as they are: what was added to the meeting until the form was read is looked through.
    else if (form.readThrough >= (await findLatestAddition(tx, meetingId)))
      await tx
        .update(meetingMinutes)
        .set({ changedAt: now })
        .where(and(eq(meetingMinutes.meetingId, meetingId), eq(meetingMinutes.version, form.version)));
    if (sends && !isOut)
      await tx
        .update(meetingMinutes)
        .set({ edition: (there?.edition ?? 0) + 1, sentBody: body, sentBy: actor.personId, sentAt: now })
        .where(eq(meetingMinutes.meetingId, meetingId));
    await endDraft(tx, actor.personId, minutesDraft(meetingId));
    return { ok: true, sent: sends };
  });
}
