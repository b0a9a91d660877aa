import { sendMails } from '~/features/notifications/mail/send-mails.server';
import { openDatabase } from '~/platform/database.server';
import { postOffice } from './post-office';
import { migrationsFolder } from './test-database';

/** A process of its own that sends what is due and ends: DATABASE-FILE SMTP-URL NOW. */
const [path = '', smtpUrl = '', now = '0'] = process.argv.slice(2);
const database = openDatabase(path, migrationsFolder);
const begun = performance.now();
const office = postOffice(smtpUrl, {
  now: () => Number(now) + Math.round(performance.now() - begun),
  answering: 2000,
});
process.stdout.write('begun\n');
const round = await sendMails(database, office, { lines: 4, leaseMs: 60_000 });
process.stdout.write(`${JSON.stringify(round)}\n`);
database.close();
