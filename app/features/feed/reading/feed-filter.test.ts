import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedPath, filterFields, nothingAsked, onOffer, readAddress } from './feed-filter';

const read = (query: string) => readAddress(new URLSearchParams(query));

describe('the address of the feed', () => {
  it('holds all that is asked', () => {
    const all =
      'kind=loss&group=g&grade=Grade+4&idea=i&driver=feed&lea=l&cohort=c&decision=adapt&setting=co_taught&improved=yes';
    const { query, before, since, ...filter } = read(`${all}&q=frames&before=a.b&since=12`);
    expect(feedPath(filter, { query, before, since })).toBe(`/feed?${all}&q=frames&before=a.b&since=12`);
    expect(feedPath(nothingAsked)).toBe('/feed');
  });

  it('passes over what is unknown', () => {
    expect(read('kind=best&decision=win&setting=moon&improved=1&since=x&group=&sort=likes')).toEqual({
      ...nothingAsked,
      query: '',
      before: null,
      since: null,
    });
    expect(read('since=-4').since).toBeNull();
    expect(read('since=').since).toBe(0);
    expect(read(`q=${'x'.repeat(10_000)}`).query).toHaveLength(300);
  });

  it('drops what is not on offer', () => {
    const options = {
      ...{ groups: [{ id: 'g', name: 'G' }], ideas: [], leas: [], cohorts: [], decisions: [], settings: [] },
      improvement: false,
    };
    expect(filterFields(onOffer(read('group=g&lea=other&cohort=other&kind=win'), options))).toEqual([
      ['kind', 'win'],
      ['group', 'g'],
    ]);
  });

  it('reads anything', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const { query: words, before, since, ...filter } = read(query);
        const path = feedPath(filter, { query: words, before, since });
        expect(read(path.slice(path.indexOf('?') + 1))).toMatchObject(filter);
      }),
    );
  });
});
