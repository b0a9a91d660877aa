import fc from 'fast-check';
import { expect, it } from 'vitest';
import { downloadHeaders, fileName } from './file-name';

it('is plain words with hyphens', () => {
  expect(
    fileName(['Exit tickets: “on track” (5–8)', 'Students with disabilities', '2026-11-22'], 'svg'),
  ).toBe('exit-tickets-on-track-5-8-students-with-disabilities-2026-11-22.svg');
  expect(fileName(['Éducation Ñandú'], 'csv')).toBe('education-nandu.csv');
});

it('is never empty and never longer than a disk takes', () => {
  expect(fileName(['数学', '…'], 'csv')).toBe('boldline.csv');
  expect(fileName(['x'.repeat(500)], 'csv')).toHaveLength(84);
});

it('holds nothing that a header or a path would read as its own', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => {
      const name = fileName(words, 'svg');
      expect(name).toMatch(/^[a-z0-9][a-z0-9-]*\.svg$/);
      expect(() => new Headers(downloadHeaders(name, 'image/svg+xml'))).not.toThrow();
    }),
  );
});
