import { z } from 'zod';
import { dateFormats } from '~/lib/date-formats';
import { readings } from './mapping';
import type { Mapping } from './mapping';

const source = z.object({ how: z.enum(readings).nullable(), column: z.string(), of: z.string() });
const words = z.record(z.string(), z.string());

/** A remembered mapping, as it is kept. */
export const mappingShape: z.ZodType<Mapping> = z.object({
  date: z.object({ column: z.string(), format: z.enum(dateFormats), days: words }),
  group: z.object({ column: z.string(), fixed: z.string(), values: words }),
  layout: z.enum(['wide', 'long']),
  measures: z.record(z.string(), source),
  long: z.object({ column: z.string(), values: words, source }),
  note: z.string(),
  filters: z.array(z.object({ column: z.string(), value: z.string() })),
  sameDay: z.enum(['refuse', 'combine']),
});
