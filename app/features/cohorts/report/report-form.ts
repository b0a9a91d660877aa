import { z } from 'zod';
import { daysBetween, isSchoolDay } from '~/lib/school-day';
import { longestSpan, longestTitle, longestWords } from './report-bounds';
import { monthsWords } from './told-months-rules';

const day = (missing: string) =>
  z.string({ error: missing }).refine(isSchoolDay, 'Choose a day of the calendar.');

const head = {
  id: z.uuid(),
  title: z.string().trim().max(longestTitle, `Please keep this under ${longestTitle} characters.`).optional(),
  from: day('Choose the first day it tells of.'),
  through: day('Choose the last day it tells of.'),
};

/** It runs although single fields fail, so what it reads may be of another shape. */
function checkSpan({ from, through }: { from?: unknown; through?: unknown }, context: z.RefinementCtx) {
  if (typeof from !== 'string' || typeof through !== 'string') return;
  if (!isSchoolDay(from) || !isSchoolDay(through)) return;
  const days = daysBetween(from, through);
  const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['through'], message });
  if (days < 0) refuse('The last day comes before the first.');
  if (days > longestSpan) refuse('A report tells of a year and its summer at most.');
}

/** It runs although single fields fail, as above. */
function checkParts({ parts }: { parts?: unknown }, context: z.RefinementCtx) {
  if (typeof parts !== 'object' || parts === null) return;
  const given: unknown[] = Object.values(parts);
  const isLeftOut = (one: unknown) =>
    typeof one === 'object' && one !== null && 'leftOut' in one && one.leftOut;
  if (given.length === 0 || !given.every(isLeftOut)) return;
  context.addIssue({
    code: 'custom',
    path: [],
    message: 'A report has one part at least. Take one in again.',
  });
}

export const newReportForm = z.object(head).superRefine(checkSpan, { when: () => true });
export type NewReportForm = z.infer<typeof newReportForm>;

const part = z
  .object({
    words: z
      .string()
      .trim()
      .max(longestWords, `Please keep this under ${longestWords} characters.`)
      .optional(),
    /** The sentences that stood in the form before anybody wrote in it. */
    drafted: z.string().optional(),
    /** A tick. */
    figures: z.string().optional(),
    /** A tick. */
    leftOut: z.string({ error: 'Leave it out, or have it in the report.' }).optional(),
  })
  .default({});

/** `place`: `1` for the first post of the report; nothing where it is left out. */
const postFields = z.object({ id: z.string(), place: z.string().optional() });

export const reportForm = z
  .object({
    ...head,
    version: z.coerce.number().int().min(1),
    parts: z.object({
      participation: part,
      tried: part,
      learned: part,
      wins_and_losses: part,
      shared_measures: part,
      ideas: part,
    }),
    posts: z.array(postFields).max(100).default([]),
    /** The questions about its words that the facilitator has looked at; nothing before. */
    looked: z.string().optional(),
  })
  .superRefine(checkSpan, { when: () => true })
  .superRefine(checkParts, { when: () => true });
export type ReportForm = z.infer<typeof reportForm>;

/** The title as it was typed; left empty, the months of the report. */
export function titleOf({ title = '', from, through }: Pick<NewReportForm, 'title' | 'from' | 'through'>) {
  return title === '' ? monthsWords({ from, through }) : title;
}

/** The chosen posts in their order; two with one place stay as they are listed. */
export function chosenPosts({ posts }: Pick<ReportForm, 'posts'>): string[] {
  return posts
    .flatMap(({ id, place = '' }) => (place === '' ? [] : [{ id, place: Number(place) || 0 }]))
    .toSorted((one, other) => one.place - other.place)
    .map(({ id }) => id);
}
