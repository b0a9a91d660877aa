const groups: { key: string; name: string; complement?: string }[] = [
  { key: 'all', name: 'All students' },
  { key: 'swd', name: 'Students with disabilities', complement: 'non_swd' },
  { key: 'non_swd', name: 'Students without disabilities', complement: 'swd' },
  { key: 'el', name: 'English learners', complement: 'non_el' },
  { key: 'non_el', name: 'Not English learners', complement: 'el' },
  { key: 'ecd', name: 'Economically disadvantaged students', complement: 'non_ecd' },
  { key: 'non_ecd', name: 'Not economically disadvantaged', complement: 'ecd' },
  { key: 'asian', name: 'Asian students' },
  { key: 'black', name: 'Black or African American students' },
  { key: 'hispanic', name: 'Hispanic or Latino students' },
  { key: 'native_american', name: 'American Indian or Alaska Native students' },
  { key: 'pacific_islander', name: 'Native Hawaiian or Pacific Islander students' },
  { key: 'two_or_more', name: 'Students of two or more races' },
  { key: 'white', name: 'White students' },
];

export type NewStudentGroup = {
  id: string;
  key: string;
  name: string;
  position: number;
  complementId: string | null;
};

/** The groups every network begins with, each naming its complement. */
export function firstStudentGroups(newId: () => string): NewStudentGroup[] {
  const ids = new Map(groups.map(({ key }) => [key, newId()]));
  return groups.map(({ key, name, complement }, position) => ({
    id: ids.get(key) ?? newId(),
    ...{ key, name, position },
    complementId: complement === undefined ? null : (ids.get(complement) ?? null),
  }));
}
