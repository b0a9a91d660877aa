/** Made-up LEAs and schools; none of them exists. */
export const demoLeas = [
  {
    name: 'Eastern Ridge Unified',
    schools: ['Eastern Ridge ES', 'Larkspur ES', 'Northgate MS', 'Ridgeline HS'],
  },
  {
    name: 'Bell Gardens Public Schools',
    schools: ['Bell Gardens ES', 'Cedar Hollow ES', 'Harbor MS', 'Bell Gardens HS'],
  },
  {
    name: 'Three Rivers Charter Network',
    schools: ['Three Rivers ES', 'Confluence MS', 'Three Rivers Prep HS'],
  },
  { name: 'Prairie Lake District', schools: ['Prairie Lake ES', 'Sandhill ES', 'Prairie Lake MS'] },
] as const;

const firstNames = [
  'Amara',
  'Beatriz',
  'Carlos',
  'Denise',
  'Elena',
  'Farid',
  'Grace',
  'Hector',
  'Imani',
  'Joanne',
  'Kenji',
  'Leticia',
  'Marcus',
  'Nadia',
  'Oscar',
  'Patrice',
  'Quentin',
  'Rosa',
  'Sunita',
  'Terrence',
  'Ursula',
  'Vikram',
  'Wendy',
  'Xiomara',
  'Yusuf',
  'Zora',
] as const;
const lastNames = [
  'Abernathy',
  'Bianchi',
  'Castillo',
  'Delgado',
  'Eklund',
  'Fontaine',
  'Goldberg',
  'Haddad',
  'Iverson',
  'Jefferson',
  'Kowalski',
  'Lindqvist',
  'Mbeki',
  'Nguyen',
  'Olsen',
  'Pereira',
  'Quinn',
  'Robles',
  'Svoboda',
  'Tanaka',
  'Underwood',
  'Vargas',
  'Whitfield',
  'Yamamoto',
  'Zielinski',
] as const;

/** The n-th made-up name; the first 650 are all different. */
export function demoName(n: number): string {
  const first = firstNames[n % firstNames.length] ?? firstNames[0];
  const last = lastNames[(n * 7 + Math.floor(n / firstNames.length)) % lastNames.length] ?? lastNames[0];
  return `${first} ${last}`;
}
