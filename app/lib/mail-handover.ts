/** What a mail server (or its silence) made of one mail. */
export type Handover =
  /** The mail server took it. */
  | { kind: 'accepted' }
  /** The mail server said no to this very mail; `permanent` when it will say so again. */
  | { kind: 'refused'; permanent: boolean; problem: string }
  /** The connection ended before any of its words were handed over. */
  | { kind: 'cut_off'; problem: string }
  /** Its words were handed over, and no answer came: it may have arrived or not. */
  | { kind: 'unsure'; problem: string }
  /** Somebody else holds it by now; nothing was handed over. */
  | { kind: 'not_ours' };
