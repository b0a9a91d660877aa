import { loadActor } from '~/features/people/actor-queries.server';
import type { Network } from '~/features/people/actor';
import { schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Letter } from '~/platform/mail-carrier.server';
import { loadNotices } from '../notice-queries.server';
import { wordsOfMail } from './digest-words';
import { mailAsHtml, mailAsText } from './mail-layout';
import { preferencesOf } from './mail-preferences.server';
import { unreadNoticesOf } from './mail-queue.server';
import type { ClaimedMail } from './mail-queue.server';
import { unsubscribePurpose, unsubscribeSecret } from './unsubscribe-link';
import { linkBase, writeLetter } from './write-letter.server';
import type { Sender } from './write-letter.server';

/** A digest or an immediate mail; null when there is nothing left to tell, or when the person wants no more mail. */
export async function composeNotices(
  db: Connection,
  sender: Sender,
  mail: ClaimedMail & { kind: 'digest' | 'immediate' },
  { network, now }: { network: Network; now: number },
): Promise<Letter | null> {
  const { preference } = (await preferencesOf(db, [mail.person.id], network.timeZone))(mail.person.id);
  if (mail.kind === 'digest' ? preference.rhythm === 'off' : !preference.immediate) return null;
  const ids = await unreadNoticesOf(db, mail.id);
  if (ids.length === 0) return null;
  const actor = await loadActor(db, mail.person, schoolDayAt(now, network.timeZone));
  const notices = await loadNotices(db, actor, { ids }, 'mail');
  if (notices.length === 0) return null;
  const { personId, name } = actor;
  const publicUrl = linkBase(sender);
  const seal = sender.seals.make(unsubscribePurpose, personId);
  const stopUrl = `${publicUrl}/unsubscribe/${unsubscribeSecret(personId, seal)}`;
  const words = wordsOfMail({
    ...{ kind: mail.kind, personName: name, networkName: network.name, preference, notices },
    ...{ publicUrl, stopUrl },
  });
  const headers = {
    'List-Unsubscribe': `<${stopUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  const { subject } = words;
  return writeLetter(
    sender,
    mail,
    { subject, text: mailAsText(words), html: mailAsHtml(words), headers },
    now,
  );
}
