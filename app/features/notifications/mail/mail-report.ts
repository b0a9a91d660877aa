import type { MailKind } from '#db/vocabulary';

/** A mail that needs somebody's eyes: it was given up, or may have arrived or not. Never what it says. */
export type TroubledMail = {
  id: string;
  state: 'unsure' | 'given_up';
  kind: MailKind;
  personName: string;
  email: string;
  problem: string;
  tries: number;
  /** In the network's time: `Wed, Oct 7, 07:05`. */
  made: string;
};

/** `last`: `last run Wed, Oct 7, 07:05`. */
export type JobLine = { name: string; last: string; outcome: string };

export type MailReport = {
  sentInWeek: number;
  waiting: number;
  /** What kept the first of the waiting mails from going, if anything did. */
  waitingBecause: string;
  unsure: number;
  givenUp: number;
  troubled: TroubledMail[];
  jobs: JobLine[];
};
