import type { StepVoice } from '#db/vocabulary';
import type { PostCard } from '~/features/feed/post';
import type { ClockTime } from '~/lib/wall-clock';
import type { Shown } from '../presenters/shown';

export type PacketStep = { id: string; time: ClockTime; title: string; minutes: number; speaks: StepVoice };

/** One item of the agenda on paper: when it begins, who it is about as far as the room may know, its steps. */
export type PacketItem = {
  id: string;
  time: ClockTime;
  title: string;
  minutes: number;
  focus: string;
  /** `Grade 6 · Northgate MS`, a post as it is signed; empty where it is about nobody. */
  about: string;
  steps: PacketStep[];
};

/** A page with a chart and lines to write on; whose it is stands as the room knows it. */
export type PacketChart = {
  itemId: string;
  signedAs: string;
  title: string;
  chart: NonNullable<PostCard['chart']>;
};

export type Packet = {
  items: PacketItem[];
  /** What is shown on a page of its own, in the order of the agenda. */
  pages: { itemId: string; shown: Extract<Shown, { kind: 'storyboard' | 'post' }> }[];
  charts: PacketChart[];
};
