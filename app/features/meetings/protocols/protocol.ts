import type { Step } from '../agenda/agenda';

/** A step as the library has it: no id of its own until it stands in an agenda. */
export type ProtocolStep = Omit<Step, 'id'>;

/** A way to talk together, with its steps in order; `minutes` is their sum. */
export type Protocol = {
  /** The key of a shipped protocol, or the id of an own one. */
  key: string;
  name: string;
  /** What it is for, in one sentence. */
  about: string;
  /** `protocol` has presenters or a task; `block` is a plain part of a day. */
  kind: 'protocol' | 'block';
  minutes: number;
  /** Where its shape comes from. */
  source: string;
  steps: ProtocolStep[];
};

/** A protocol of the network's own, as those who plan meetings read it. */
export type OwnProtocol = Protocol & {
  /** The name of the shipped protocol it was made from; empty where it is new. */
  madeFrom: string;
  version: number;
  changedByName: string;
  isRetired: boolean;
};
