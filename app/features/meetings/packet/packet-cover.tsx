import { counted } from '~/lib/number-format';
import type { Meeting } from '../meeting';
import { startWords, zoneWords } from '../when-words';
import type { Packet, PacketItem } from './packet';
import { speaksWords } from './packet-words';

function Item({ item }: { item: PacketItem }) {
  const { time, title, minutes, about, focus, steps } = item;
  return (
    <li className="break-inside-avoid border-t border-line py-3 print:py-2">
      <div className="grid grid-cols-[4rem_minmax(0,1fr)_auto] gap-x-3">
        <span className="font-semibold">{time}</span>
        <div className="min-w-0">
          <p className="font-semibold wrap-anywhere" dir="auto">
            {title}
          </p>
          {about === '' ? null : (
            <p className="wrap-anywhere" dir="auto">
              {about}
            </p>
          )}
          {focus === '' ? null : (
            <p className="wrap-anywhere text-soft" dir="auto">
              {focus}
            </p>
          )}
        </div>
        <span className="text-soft">{minutes} min</span>
      </div>
      {steps.length < 2 ? null : (
        <ol className="mt-1 text-sm text-soft">
          {steps.map((step) => (
            <li key={step.id} className="grid grid-cols-[4rem_minmax(0,1fr)_auto] gap-x-3">
              <span>{step.time}</span>
              <span className="wrap-anywhere" dir="auto">
                {step.title} · {speaksWords[step.speaks]}
              </span>
              <span>{step.minutes}</span>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

type Props = {
  meeting: Pick<
    Meeting,
    'title' | 'purpose' | 'ofName' | 'day' | 'time' | 'timeZone' | 'place' | 'link' | 'cancelledAt'
  >;
  packet: Packet;
};

/** The first page: what, when, where, and the agenda with its times on the wall. */
export function PacketCover({ meeting, packet }: Props) {
  const { title, purpose, ofName, place, link, timeZone, cancelledAt } = meeting;
  const planned = packet.items.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <section
      aria-labelledby="packet-title"
      className="rounded-card border border-line bg-surface p-5 sm:p-6 print:border-0 print:p-0"
    >
      <p className="text-sm text-soft" dir="auto">
        {ofName}
      </p>
      <h1 id="packet-title" className="mt-1 wrap-anywhere" dir="auto">
        {title}
      </h1>
      <p className="mt-1">
        {startWords(meeting)}, {zoneWords(timeZone)}
        {cancelledAt === null ? '' : ' · cancelled'}
      </p>
      {place === '' ? null : <p className="wrap-anywhere">{place}</p>}
      {link === '' ? null : <p className="wrap-anywhere text-soft">{link}</p>}
      {purpose === '' ? null : (
        <p className="mt-3 max-w-[70ch] wrap-anywhere whitespace-pre-line" dir="auto">
          {purpose}
        </p>
      )}
      <h2 className="mt-5">Agenda{planned === 0 ? '' : `, ${counted(planned, 'minute')}`}</h2>
      {packet.items.length === 0 ? (
        <p className="mt-2 text-soft">Nothing is on it yet.</p>
      ) : (
        <ol className="mt-2">
          {packet.items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ol>
      )}
    </section>
  );
}
