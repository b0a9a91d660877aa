import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { ProgressGlance } from './progress-glance';
import { scoreProgress } from './progress-rules';
import type { ProgressMonth } from './team-progress';

const nothing = {
  ...{ hasAim: false, members: 1, measures: 0, cycles: 0, doing: 0, tested: 0, numbers: 0 },
  standings: [],
};
const month: ProgressMonth = {
  month: '2026-11-01',
  computed: scoreProgress({ now: nothing, before: null, twoBefore: null }),
  team: { score: 3, because: 'Why', version: 1, scoredByName: 'Ana', scoredAt: 0 },
  coach: null,
};

it('the three scores in short, the talking point, and the way to the whole page', () => {
  const html = renderToStaticMarkup(
    <MemoryRouter>
      <ProgressGlance teamId="t1" month={month} reader="coach" />
    </MemoryRouter>,
  );
  const text = html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  expect(text).toBe(
    ' From cycles and numbers 0.5 Intent to take part The team 3.0 Modest improvement The coach no score yet The team sees 3.0, cycles and numbers say 0.5: worth asking what lies behind it. November 2026 and the months before ',
  );
  expect(html).toContain('href="/teams/t1/progress"');
});
