import MailComposer from 'nodemailer/lib/mail-composer';
import { loadActor } from '~/features/people/actor-queries.server';
import type { Network } from '~/features/people/actor';
import { schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Letter } from '~/platform/mail-carrier.server';
import type { Seals } from '~/platform/seals.server';
import { loadNotices } from '../notice-queries.server';
import { wordsOfMail } from './digest-words';
import { mailAsHtml, mailAsText } from './mail-layout';
import { preferencesOf } from './mail-preferences.server';
import { unreadNoticesOf } from './mail-queue.server';
import type { ClaimedMail } from './mail-queue.server';
import { unsubscribePurpose, unsubscribeSecret } from './unsubscribe-link';

/** Who sends, and what links need. */
export type Sender = {
  /** `Boldline <boldline@example.org>` */
  from: string;
  /** Without a slash at its end. */
  publicUrl: string;
  seals: Seals;
};

/**
 * A mail in the words and the scope that hold for its person now; null when there is nothing left to tell, or when the
 * person wants no more mail.
 */
export async function composeMail(
  db: Connection,
  sender: Sender,
  mail: ClaimedMail,
  { network, now }: { network: Network; now: number },
): Promise<Letter | null> {
  if (mail.kind === 'invitation' || mail.kind === 'minutes') return null;
  const { preference } = (await preferencesOf(db, [mail.person.id], network.timeZone))(mail.person.id);
  if (mail.kind === 'digest' ? preference.rhythm === 'off' : !preference.immediate) return null;
  const ids = await unreadNoticesOf(db, mail.id);
  if (ids.length === 0) return null;
  const actor = await loadActor(db, mail.person, schoolDayAt(now, network.timeZone));
  const notices = await loadNotices(db, actor, { ids }, 'mail');
  if (notices.length === 0) return null;
  const { personId, name, email } = actor;
  const publicUrl = sender.publicUrl.replace(/\/$/, '');
  const seal = sender.seals.make(unsubscribePurpose, personId);
  const stopUrl = `${publicUrl}/unsubscribe/${unsubscribeSecret(personId, seal)}`;
  const words = wordsOfMail({
    ...{ kind: mail.kind, personName: name, networkName: network.name, preference, notices },
    ...{ publicUrl, stopUrl },
  });
  const node = new MailComposer({
    from: sender.from,
    to: { name, address: email },
    subject: words.subject,
    messageId: `<${mail.id}@${new URL(publicUrl).hostname}>`,
    date: new Date(now),
    text: mailAsText(words),
    html: mailAsHtml(words),
    headers: {
      'List-Unsubscribe': `<${stopUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
  }).compile();
  const { from } = node.getEnvelope();
  return { id: mail.id, from: from === false ? '' : from, to: email, message: await node.build() };
}
