import { cutText } from '~/lib/cut-text';
import type { Paragraph, StoryboardParts } from './storyboard-parts';

/**
 * A storyboard takes one page of A4 or Letter, whatever its team wrote: its type shrinks in three steps, then its longest
 * texts are cut. Lengths are counted, never measured, so that server and browser agree; they err on the long side.
 */
export type FitSize = 0 | 1 | 2;
export type FittedParagraph = Paragraph & { onPaper: Paragraph };
export type FittedStoryboard = {
  size: FitSize;
  parts: Record<keyof StoryboardParts, FittedParagraph[]>;
  isCut: boolean;
};

/** Type of each step: its line's height in CSS pixels, and letters that surely fit a column of 330 pixels. */
const types = [
  { lineHeight: 19, letters: 46 },
  { lineHeight: 16, letters: 53 },
  { lineHeight: 14, letters: 60 },
] as const;

/** Between two paragraphs, in lines. */
const gap = 0.4;

/** What the two rows of a page's text may take together, in CSS pixels, beside a chart and without one. */
const roomBesideChart = 280;
const roomWithoutChart = 560;

const isWide = (letter: string) => (letter.codePointAt(0) ?? 0) > 0x2e7f;

const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (isWide(letter) ? 2 : 1), 0);

const whole = ({ lead, text }: Paragraph) => [lead, text].filter((words) => words !== '').join(' ');

function linesOf(paragraph: Paragraph, letters: number): number {
  const words = whole(paragraph);
  const lines = words.split('\n').map((line) => Math.max(1, Math.ceil(widthOf(line) / letters)));
  // A word that is longer than a line begins on one of its own.
  const longWords = words.split(/\s+/).filter((word) => widthOf(word) > letters).length;
  return lines.reduce((sum, one) => sum + one, longWords);
}

function linesOfPart(paragraphs: Paragraph[], letters: number): number {
  return paragraphs.reduce((sum, one) => sum + linesOf(one, letters) + gap, 0);
}

function rowsOf(parts: StoryboardParts, letters: number): [number, number] {
  const lines = (part: keyof StoryboardParts) => linesOfPart(parts[part], letters);
  return [Math.max(lines('plan'), lines('do')), Math.max(lines('study'), lines('act'))];
}

/** The most lines each may have, so that all together have no more than there are: the long ones alone give way. */
function shareOut(wanted: number[], lines: number): number {
  let most = Math.max(...wanted, 1);
  while (most > 1 && wanted.reduce((sum, one) => sum + Math.min(one, most), 0) > lines) most -= 1;
  return most;
}

/** What words that stand out may take of a cut paragraph, so that what follows them is still read. */
const leadShare = 0.6;

function cutTo(paragraph: Paragraph, most: number, letters: number): Paragraph {
  if (linesOf(paragraph, letters) <= most) return paragraph;
  // A line break takes a line of its own: cut text runs on. Wide letters count twice.
  const isDense = widthOf(whole(paragraph)) > 1.5 * whole(paragraph).length;
  const room = Math.max(1, Math.floor((most * letters - 2) / (isDense ? 2 : 1)));
  const share =
    paragraph.text === '' ? room : Math.max(Math.floor(room * leadShare), room - widthOf(paragraph.text));
  const lead = cutText(paragraph.lead.replaceAll(/\s+/g, ' '), share);
  const left = room - lead.length - 1;
  return { lead, text: left < 8 ? '' : cutText(paragraph.text.replaceAll(/\s+/g, ' '), left) };
}

/** As many paragraphs as have a line each, cut to what there is. */
function cutPart(paragraphs: Paragraph[], lines: number, letters: number): Paragraph[] {
  const kept = paragraphs.slice(0, Math.max(1, Math.floor(lines / (1 + gap))));
  const room = Math.floor(lines - gap * kept.length);
  const most = shareOut(
    kept.map((one) => linesOf(one, letters)),
    room,
  );
  return kept.map((one) => cutTo(one, most, letters));
}

const nothing: Paragraph = { lead: '', text: '' };

function beside(parts: StoryboardParts, onPaper: StoryboardParts): FittedStoryboard['parts'] {
  const pair = (part: keyof StoryboardParts) =>
    parts[part].map((one, index) => ({ ...one, onPaper: onPaper[part][index] ?? nothing }));
  return { plan: pair('plan'), do: pair('do'), study: pair('study'), act: pair('act') };
}

/** How a storyboard's texts stand on one page of paper. */
export function fitStoryboard(parts: StoryboardParts, { hasChart }: { hasChart: boolean }): FittedStoryboard {
  const room = hasChart ? roomBesideChart : roomWithoutChart;
  const sizes: FitSize[] = [0, 1, 2];
  for (const size of sizes) {
    const { lineHeight, letters } = types[size];
    const [first, second] = rowsOf(parts, letters);
    if ((first + second) * lineHeight <= room) return { size, parts: beside(parts, parts), isCut: false };
  }
  const { lineHeight, letters } = types[2];
  const lines = Math.floor(room / lineHeight);
  const [first, second] = rowsOf(parts, letters);
  const half = lines / 2;
  const upper = second < half ? lines - second : Math.min(first, half);
  const onPaper = {
    plan: cutPart(parts.plan, upper, letters),
    do: cutPart(parts.do, upper, letters),
    study: cutPart(parts.study, lines - upper, letters),
    act: cutPart(parts.act, lines - upper, letters),
  };
  return { size: 2, parts: beside(parts, onPaper), isCut: true };
}
