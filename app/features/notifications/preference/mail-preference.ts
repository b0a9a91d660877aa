import type { DigestRhythm } from '#db/vocabulary';

/** When a person wants mail. */
export type MailPreference = {
  rhythm: DigestRhythm;
  /** 0 to 23, in `timeZone`. */
  hour: number;
  /** 0 is Sunday, of a weekly digest. */
  weekday: number;
  /** IANA name. */
  timeZone: string;
  /** Whether a direct question and a returned review come at once. */
  immediate: boolean;
};

/** Without a choice of their own people get what is usual: each weekday at seven where the network is, and questions at once. */
export function usualPreference(timeZone: string): MailPreference {
  return { rhythm: 'daily', hour: 7, weekday: 1, timeZone, immediate: true };
}
