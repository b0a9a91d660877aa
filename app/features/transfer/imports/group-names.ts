import type { StudentGroup } from '~/features/measures/measure';
import { plainName } from './column-facts';

/** What files call the groups every network begins with, by the group's key. */
const otherNames: Record<string, readonly string[]> = {
  all: ['all', 'all students', 'total', 'everyone', 'whole class', 'overall', 'class', 'school'],
  swd: [
    'swd',
    'iep',
    'with iep',
    'sped',
    'special education',
    'students with ieps',
    'disability',
    'disabilities',
    'students with a disability',
  ],
  non_swd: [
    'non swd',
    'no iep',
    'without iep',
    'general education',
    'gen ed',
    'not swd',
    'without disabilities',
    'no disability',
  ],
  el: [
    'el',
    'ell',
    'ells',
    'els',
    'mll',
    'lep',
    'english learner',
    'english language learner',
    'english language learners',
    'multilingual learners',
  ],
  non_el: [
    'non el',
    'non ell',
    'not el',
    'not ell',
    'non english learners',
    'english proficient',
    'never el',
  ],
  ecd: [
    'ecd',
    'econ dis',
    'economically disadvantaged',
    'low income',
    'frl',
    'frpl',
    'free',
    'free or reduced',
    'free reduced',
    'eligible',
    'free lunch',
    'disadvantaged',
  ],
  non_ecd: [
    'non ecd',
    'not ecd',
    'not eligible',
    'not low income',
    'not economically disadvantaged',
    'non eligible',
    'paid',
    'full price',
  ],
  asian: ['asian'],
  black: ['black', 'african american', 'black or african american', 'black african american'],
  hispanic: ['hispanic', 'latino', 'latinx', 'hispanic latino', 'hispanic or latino'],
  native_american: [
    'native american',
    'american indian',
    'alaska native',
    'american indian or alaska native',
  ],
  pacific_islander: ['pacific islander', 'native hawaiian', 'native hawaiian or pacific islander'],
  two_or_more: ['two or more', 'two or more races', 'multiracial', 'multiple races'],
  white: ['white'],
};

/** The one of these groups that a file's word means; null when none. */
export function groupNamed(text: string, groups: StudentGroup[]): StudentGroup | null {
  const wanted = plainName(text);
  return (
    groups.find((group) => plainName(group.name) === wanted || plainName(group.key) === wanted) ??
    groups.find((group) => otherNames[group.key]?.includes(wanted)) ??
    null
  );
}
