import type { DraftState } from '~/features/drafts/draft';
import { findDraft } from '~/features/drafts/draft-queries.server';
import type { Actor } from '~/features/people/actor';
import { parseMarkdown } from '~/lib/plain-markdown';
import type { MarkdownBlock } from '~/lib/plain-markdown';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { findLatestAddition } from './latest-addition-queries.server';
import { loadMeetingFacts } from './meeting-facts.server';
import type { Minutes } from './minutes';
import { draftMinutes } from './minutes-draft-rules';
import type { MinutesToEdit } from './minutes-editor';
import { writesMinutes } from './minutes-policy';
import { findMinutes } from './minutes-queries.server';
import { minutesDraft } from './write-minutes.server';

export type MinutesStanding = 'drafted' | 'saved' | 'sent' | 'changed';

export type MinutesPage = {
  standing: MinutesStanding;
  sent: { byName: string; at: number } | null;
  /** As they read: for writers what is stored or drafted, for the others what was sent; null where nothing was. */
  blocks: MarkdownBlock[] | null;
  edited: MinutesToEdit | null;
  /** To their writers: the meeting got more words after the minutes were last written. */
  isBehind: boolean;
};

function standingOf(minutes: Minutes | null): MinutesStanding {
  if (minutes === null) return 'drafted';
  if (minutes.sent === null) return 'saved';
  return minutes.sent.body === minutes.body ? 'sent' : 'changed';
}

const keptBody = ({ kept }: DraftState) =>
  kept === null ? null : new URLSearchParams(kept.fields).get('body');

/**
 * The minutes of a meeting that `findMeeting` gave: who runs it or takes its notes edits them, everybody else reads what was
 * sent. With `isAgain` the form begins with a fresh draft, and what was there before stands aside.
 */
export async function loadMinutesPage(
  db: Connection,
  actor: Actor,
  { meeting, isAgain, timeZone }: { meeting: Meeting; isAgain: boolean; timeZone: string },
): Promise<MinutesPage> {
  const minutes = await findMinutes(db, meeting.id);
  const sent = minutes?.sent ?? null;
  const head = { standing: standingOf(minutes), sent: sent && { byName: sent.byName, at: sent.at } };
  if (!writesMinutes(meeting) || meeting.cancelledAt !== null)
    return {
      ...head,
      blocks: sent === null ? null : parseMarkdown(sent.body),
      edited: null,
      isBehind: false,
    };
  const draft = await findDraft(db, { personId: actor.personId, timeZone }, minutesDraft(meeting.id));
  const readThrough = await findLatestAddition(db, meeting.id);
  const stored = minutes?.body ?? '';
  const body =
    minutes === null || isAgain ? draftMinutes(await loadMeetingFacts(db, actor, meeting)) : stored;
  return {
    ...head,
    blocks: parseMarkdown(minutes === null ? body : stored),
    isBehind: minutes !== null && readThrough > minutes.changedAt,
    edited: {
      ...{ meetingId: meeting.id, version: minutes?.version ?? 0, stored, body, draft, isAgain, readThrough },
      changedByName: minutes?.changedByName ?? 'Somebody',
      aside: isAgain ? (keptBody(draft) ?? stored) : '',
      wasSent: sent !== null,
      mayBeSent: meeting.announcedAt !== null,
    },
  };
}
