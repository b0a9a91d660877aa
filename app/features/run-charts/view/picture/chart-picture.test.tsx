import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { nineUp, upAndDown, valuesSubject, weekOf } from '#tests/factories/chart-subjects';
import { buildRunChart } from '../build-run-chart';
import type { ChartSubject } from '../chart-model';
import { ChartPicture } from './chart-picture';
import type { PictureText } from './picture-layout';
import { textWidth, wrapText } from './wrapped-text';

const text: PictureText = {
  measure: 'Exit tickets on track',
  group: 'Students with disabilities',
  definition: 'Of the students present, how many wrote a claim with one reason.',
  source: 'Grade 4 team, School one. Boldline, made on Nov 22, 2026.',
  span: 'Jan 5, 2026 to May 11, 2026',
};

const draw = (subject: ChartSubject, part: Partial<PictureText> = {}) =>
  renderToStaticMarkup(<ChartPicture model={buildRunChart(subject)} text={{ ...text, ...part }} />);
const full = valuesSubject(nineUp, {
  goal: 70,
  frozenThrough: weekOf(11),
  excluded: [{ date: weekOf(3), reason: 'Snow' }],
  cycles: [{ label: 'Cycle 1', shortLabel: '1', from: weekOf(9), to: weekOf(14) }],
  annotations: [
    { kind: 'event', date: weekOf(11), text: 'New seating plan' },
    { kind: 'change', date: weekOf(12), text: 'Sentence frames for everyone' },
  ],
});
const spoken = (svg: string) =>
  [...svg.matchAll(/<(?:tspan|text|title|desc)[^>]*>([^<]*)(?=<)/g)].map(([, words]) => words).join(' ');

/** Every tag closed in its turn, every attribute quoted, every ampersand a mark of its own. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([A-Za-z]+)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_all, close, tag: string, _attributes, alone) => {
      if (close) {
        if (open.pop() !== tag) open.push('wrong');
      } else if (!alone) open.push(tag);
      return '';
    },
  );
  return open.length === 0 && !rest.includes('<') && !/&(?!(amp|lt|gt|quot|#x27);)/.test(svg);
}

describe('a chart as a picture of its own', () => {
  it('says what it is, what it shows, how it is counted, from when and from whom', () => {
    const svg = draw(full);
    for (const words of [
      text.measure,
      text.group,
      'Going up, as hoped, and it is more than chance.',
      'Since Mar 9 all ten points lie above the baseline of 40.',
      text.definition,
      'Jan 5, 2026 to May 11, 2026. Grade 4 team, School one.',
      'Boldline, made on Nov 22, 2026.',
      'baseline 40',
      'goal 70',
      'Cycle 1',
      'New seating plan',
      '10 in a row above the baseline',
      '19 points from Jan 5 to May 11, 2026.',
    ])
      expect(spoken(svg)).toContain(words);
    expect(svg).toContain('<title id="title">Exit tickets on track, Students with disabilities</title>');
  });

  it('stands alone: no styles, classes, scripts or addresses elsewhere', () => {
    const svg = draw(full);
    expect(isWellFormed(svg)).toBe(true);
    expect(svg).not.toMatch(/class=|style=|<style|<script|<image|<foreignObject|var\(|href|undefined|NaN/);
    expect(svg.match(/https?:\/\/[^"]+/g)).toEqual(['http://www.w3.org/2000/svg']);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1200" height="\d+"/);
  });

  it('fills the points of the signal and draws those left out as dashed rings', () => {
    const svg = draw(full);
    expect(svg.match(/<circle[^>]*fill="#0b5cad"/g)).toHaveLength(10);
    expect(svg.match(/<circle[^>]*stroke-dasharray="3 3"/g)).toHaveLength(1);
  });

  it('people’s own words are never markup', () => {
    const rude = {
      measure: 'A <b>&"\' title ]]>',
      definition: '<script>alert(1)</script>\u0000\u0008\ufffe\ud800',
    };
    const svg = draw({ ...full, unit: '<i>' }, rude);
    expect(isWellFormed(svg)).toBe(true);
    expect(svg).not.toMatch(/<script|<b>|<i>/);
    expect(svg).toContain('A &lt;b&gt;&amp;&quot;&#x27; title');
    expect(svg).not.toMatch(/[\u0000\u0008\ufffe]/);
  });

  it('long words wrap, and the picture grows with them', () => {
    const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1]);
    const long = draw(full, { measure: 'Students who hand in their homework on time '.repeat(4) });
    expect(heightOf(long)).toBeGreaterThan(heightOf(draw(full)));
    expect(long.match(/<tspan[^>]*>[^<]*homework/g)?.length).toBeGreaterThan(1);
  });

  it('without numbers it is only its words', () => {
    const svg = draw(valuesSubject([]), { span: '' });
    expect(isWellFormed(svg)).toBe(true);
    expect(spoken(svg)).toContain('No numbers yet.');
    expect(svg).not.toMatch(/NaN|undefined/);
  });

  it('one point, a constant series, 10,000 points', () => {
    for (const values of [
      [5],
      Array<number>(14).fill(5),
      Array.from({ length: 10_000 }, (_, n) => (n * 37) % 91),
    ]) {
      const svg = draw(valuesSubject(values));
      expect(isWellFormed(svg)).toBe(true);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(svg.length).toBeLessThan(200_000);
    }
  });

  it('neighbouring annotations stand on rows of their own', () => {
    const svg = draw(full);
    const heights = ['New seating plan', 'Sentence frames for everyone'].map(
      (words) => new RegExp(`<text [^>]*\\by="([^"]*)"[^>]*>${words}<`).exec(svg)?.[1],
    );
    expect(heights).not.toContain(undefined);
    expect(new Set(heights).size).toBe(2);
  });

  it('whatever people write, it is well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
        const svg = draw(
          valuesSubject(upAndDown, { annotations: [{ kind: 'event', date: weekOf(4), text: words }] }),
          {
            measure: words,
            definition: words,
          },
        );
        expect(isWellFormed(svg)).toBe(true);
      }),
    );
  });
});

describe('wrapping', () => {
  it('keeps every word, and every line fits', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zA-Z]{1,40}$/)), (words) => {
        const lines = wrapText(words.join(' '), { size: 20, width: 300 });
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        for (const line of lines) expect(textWidth(line, 20)).toBeLessThanOrEqual(300);
      }),
    );
  });

  it('keeps the writer’s lines and ends with an ellipsis where there are too many', () => {
    expect(wrapText('one\ntwo\nthree', { size: 20, width: 300, most: 2 })).toEqual(['one', 't…']);
    expect(wrapText('one\ntwo', { size: 20, width: 300 })).toEqual(['one', 'two']);
  });
});
