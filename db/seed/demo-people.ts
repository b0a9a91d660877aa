/** One account for each role of the demo network. Their password is printed by `npm run demo`; it works nowhere else. */
export const demoPeople = [
  {
    key: 'teacher',
    email: 'teacher@demo.boldline.example',
    name: 'Maya Okafor',
    role: 'Teacher',
    about: 'general educator, grade 4 writing',
  },
  {
    key: 'special-educator',
    email: 'special-educator@demo.boldline.example',
    name: 'Dan Reyes',
    role: 'Special educator',
    about: 'the same team',
  },
  {
    key: 'new-team',
    email: 'new-team@demo.boldline.example',
    name: 'Priya Nair',
    role: 'Teacher of a new team',
    about: 'nothing set up yet',
  },
  {
    key: 'coach',
    email: 'coach@demo.boldline.example',
    name: 'Lena Brandt',
    role: 'Coach',
    about: 'follows several teams',
  },
  {
    key: 'facilitator',
    email: 'facilitator@demo.boldline.example',
    name: 'Samuel Ortiz',
    role: 'Facilitator',
    about: 'runs this year’s cohort',
  },
  {
    key: 'sponsor',
    email: 'sponsor@demo.boldline.example',
    name: 'Ruth Adeyemi',
    role: 'Sponsor',
    about: 'LEA lead',
  },
  {
    key: 'administrator',
    email: 'administrator@demo.boldline.example',
    name: 'Inge Halvorsen',
    role: 'Administrator',
    about: 'invites people',
  },
] as const;

/** The demo's one password. It opens accounts of a demo network only. */
export const demoPassword = 'small tests of change';
