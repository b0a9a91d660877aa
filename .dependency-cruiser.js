/** Who may import whom; app/README.md says why. */
const pure =
  '(-rules|-policy|-words|-forms?|-stages|-verdict|-ledger|-result)\\.ts$|/analysis/|^app/features/disclosure/';
const levels = [
  ['activity', 'people', 'disclosure', 'run-charts', 'drafts'],
  ['theory', 'measures'],
  ['cycles'],
  ['feed', 'coaching', 'learning'],
  ['meetings'],
  ['cohorts', 'transfer', 'notifications'],
];
const feature = (names) => `^app/features/(${names.join('|')})/`;

/** A feature sees its own and lower levels; drafts, activity and people are the ground all stand on. */
const featureOrder = levels.slice(0, -1).map((names, level) => ({
  name: `no-upward-import-from-level-${level + 1}`,
  severity: 'error',
  from: { path: feature(names) },
  to: { path: feature(levels.slice(level + 1).flat()) },
}));
const sameLevel = levels.flatMap((names, level) =>
  level === 0
    ? []
    : names.map((name) => ({
        name: `no-sideways-import-from-${name}`,
        severity: 'error',
        from: { path: feature([name]) },
        to: { path: feature(names.filter((other) => other !== name).concat('none')) },
      })),
);

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'lib-is-pure',
      severity: 'error',
      from: { path: '^app/lib/' },
      to: { path: '^(app/(?!lib/)|db/)' },
    },
    {
      name: 'vocabulary-imports-nothing',
      severity: 'error',
      from: { path: '^db/vocabulary' },
      to: { path: '.' },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: { path: '^(app/(features|platform|routes|server)|db/)' },
    },
    { name: 'db-knows-no-app', severity: 'error', from: { path: '^db/' }, to: { path: '^app/' } },
    {
      name: 'platform-below-features',
      severity: 'error',
      from: { path: '^app/platform/' },
      to: { path: '^app/(features|routes|ui|server)/' },
    },
    {
      name: 'pure-files-touch-nothing',
      severity: 'error',
      from: { path: pure, pathNot: '\\.(server|test)\\.' },
      to: {
        path: [
          '^node_modules/(react|drizzle-orm|better-sqlite3|express)/',
          '\\.server\\.',
          '^db/schema',
          '^app/platform/',
        ],
      },
    },
    {
      name: 'client-files-see-no-server',
      severity: 'error',
      from: { path: '^app/(features|ui|lib)/', pathNot: '\\.server\\.tsx?$|\\.test\\.' },
      to: { path: '\\.server\\.|^db/schema|^app/platform/' },
    },
    {
      name: 'markdown-is-parsed-on-the-server',
      severity: 'error',
      from: { path: '^app/(features|ui)/', pathNot: '\\.server\\.tsx?$|\\.test\\.' },
      to: { path: '^app/lib/plain-markdown', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-hold-no-sql',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: ['^node_modules/drizzle-orm/', '^db/schema', '^node_modules/better-sqlite3/'] },
    },
    {
      name: 'features-know-no-routes',
      severity: 'error',
      from: { path: '^app/features/' },
      to: { path: '^app/(routes|server)/' },
    },
    ...featureOrder,
    ...sameLevel,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js'],
    },
    exclude: { path: '\\+types' },
  },
};
