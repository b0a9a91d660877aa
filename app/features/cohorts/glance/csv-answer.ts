import { downloadHeaders, fileName } from '~/lib/file-name';

/** A list of a cohort as a file to save: `cohort-7-cycles-2026-02-06.csv`. */
export function csvAnswer(words: string[], csv: string): Response {
  return new Response(csv, { headers: downloadHeaders(fileName(words, 'csv'), 'text/csv; charset=utf-8') });
}
