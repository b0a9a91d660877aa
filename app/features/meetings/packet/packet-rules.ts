import { wallClockOf } from '~/lib/wall-clock';
import type { AgendaItem } from '../agenda/agenda';
import { minutesOfItem } from '../agenda/agenda';
import type { Meeting } from '../meeting';
import type { Shown, ShownItems } from '../presenters/shown';
import { nothingShown } from '../presenters/shown';
import type { Packet, PacketChart, PacketItem } from './packet';

const minuteMs = 60_000;

function aboutWords(shown: Shown): string {
  if (shown.kind === 'team' || shown.kind === 'storyboard') return `${shown.teamName} · ${shown.schoolName}`;
  if (shown.kind === 'post') return shown.post ? `“${shown.post.title}” · ${shown.post.signedAs}` : '';
  return '';
}

function chartPage(itemId: string, shown: Shown): PacketChart[] {
  if (shown.kind === 'storyboard' && shown.storyboard.chart)
    return [
      {
        ...{ itemId, signedAs: shown.storyboard.signedAs, title: shown.storyboard.changeIdea },
        chart: shown.storyboard.chart,
      },
    ];
  if (shown.kind === 'post' && shown.post?.chart)
    return [{ itemId, signedAs: shown.post.signedAs, title: shown.post.title, chart: shown.post.chart }];
  return [];
}

type PacketAgenda = Pick<AgendaItem, 'id' | 'title' | 'focus' | 'steps'>;

/**
 * A meeting on paper: times on the wall where it is held, of each item what the room may know. Of an item's subject nothing is
 * taken but what `shown` has of it.
 */
export function packetOf(
  { startsAt, timeZone }: Pick<Meeting, 'startsAt' | 'timeZone'>,
  agenda: readonly PacketAgenda[],
  shownItems: ShownItems,
): Packet {
  let minute = 0;
  const timeNow = () => wallClockOf(startsAt + minute * minuteMs, timeZone).time;
  const items = agenda.map(({ id, title, focus, steps }): PacketItem => {
    const time = timeNow();
    const timed = steps.map((step) => {
      const at = timeNow();
      minute += step.minutes;
      return { id: step.id, time: at, title: step.title, minutes: step.minutes, speaks: step.speaks };
    });
    const about = aboutWords(shownItems[id] ?? nothingShown);
    return { ...{ id, time, title, focus, about }, minutes: minutesOfItem({ steps }), steps: timed };
  });
  const shown = agenda.map(({ id }) => ({ itemId: id, shown: shownItems[id] ?? nothingShown }));
  return {
    items,
    pages: shown.flatMap(({ itemId, shown: one }) =>
      one.kind === 'storyboard' || (one.kind === 'post' && one.post !== null) ? [{ itemId, shown: one }] : [],
    ),
    charts: shown.flatMap(({ itemId, shown: one }) => chartPage(itemId, one)),
  };
}
