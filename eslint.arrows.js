import boundaries from 'eslint-plugin-boundaries';

/**
 * The arrows between the folders of src: what each may import beside itself, `errors`, and packages. Folders and files
 * are named by their path in src. What is not named cannot be imported.
 */
const arrows = {
  errors: [],
  time: [],
  react: [],
  params: [],
  protocol: [],
  meeting: ['params', 'protocol'],
  bridge: ['params', 'protocol', 'meeting', 'diagnosis', 'time'],
  diagnosis: ['params', 'embed/allow.ts'],
  panels: ['params', 'diagnosis', 'react'],
  embed: [
    'params',
    'protocol',
    'meeting',
    'bridge',
    'diagnosis',
    'panels/labels/MeetingLabels.ts',
    'panels/labels/roomLabels.ts',
    'panels/QuietPanel.tsx',
    'panels/useLabels.ts',
    'react',
  ],
  provider: ['params', 'protocol', 'meeting', 'bridge', 'embed', 'diagnosis', 'panels', 'react'],
  'room-url': ['params', 'embed', 'meeting/createStore.ts', 'time', 'react'],
  server: ['params', 'room-url/contract.ts', 'time'],
  testing: ['protocol'],
  migrate: ['params', 'protocol', 'embed/allow.ts'],
  // wire <- core <- room | server <- cli
  'sandbox/wire.ts': ['params', 'protocol', 'server'],
  'sandbox/core': ['sandbox/wire.ts', 'params', 'protocol', 'server', 'time'],
  'sandbox/room': ['sandbox/core', 'sandbox/wire.ts', 'params', 'protocol', 'server', 'panels/tokens.css'],
  'sandbox/server': ['sandbox/core', 'sandbox/wire.ts', 'params', 'protocol', 'server', 'time'],
  'sandbox/cli': ['sandbox/server', 'sandbox/core', 'sandbox/wire.ts', 'params', 'protocol', 'server', 'migrate'],
};

/** These work without React. */
const pure = [
  'errors',
  'time',
  'params',
  'protocol',
  'meeting',
  'bridge',
  'diagnosis',
  'server',
  'testing',
  'migrate',
  'sandbox/core',
];

/** On a server an error has all its sentences, which only `createServerError` gives it. */
const onServer = ['server', 'sandbox/core', 'sandbox/server', 'sandbox/cli'];

const isFile = (name) => /\.\w+$/.test(name);
const isFolder = (name) => !isFile(name);
const importers = Object.keys(arrows);
const folders = importers.filter(isFolder);
const files = [...new Set([...importers, ...Object.values(arrows).flat()].filter(isFile))];

/** Selects what is in any of these folders or is one of these files. */
const select = (names) => [
  { element: { types: names.filter(isFolder) } },
  { file: { categories: names.filter(isFile) } },
];

const arrowsOfSrc = {
  default: 'disallow',
  checkAllOrigins: true,
  checkUnknownLocals: true,
  message: 'There is no arrow for this import: see eslint.arrows.js.',
  // The last policy that fits decides.
  policies: [
    { from: select(importers), allow: { to: { module: { origin: ['external', 'core'] } } } },
    {
      from: select(pure),
      disallow: { to: { module: { source: ['react', 'react/**', 'react-dom', 'react-dom/**'] } } },
      message: 'src/{{ from.element.type }} works without React.',
    },
    ...importers.map((name) => ({
      from: select([name]),
      allow: { to: select([name, 'errors', ...arrows[name]]) },
    })),
    {
      from: select(onServer),
      disallow: { to: { file: { categories: 'createError' } } },
      message: 'src/{{ from.element.type }} uses createServerError.',
    },
  ],
};

const arrowsOfTooling = {
  default: 'allow',
  checkUnknownLocals: true,
  policies: [
    {
      from: { file: { categories: 'tooling' } },
      disallow: { to: { file: { categories: 'test' } } },
      message: 'scripts and .storybook import nothing from test: `npm start` and Storybook work without it.',
    },
  ],
};

/** Pages and server of the school meet in `shared`. */
const arrowsOfSchool = {
  default: 'allow',
  checkUnknownLocals: true,
  policies: [
    {
      from: { file: { categories: 'school web' } },
      disallow: { to: { file: { categories: 'school server' } } },
      message: 'Pages of the school import nothing from its server: types are in examples/school/shared.',
    },
    {
      from: { file: { categories: 'school server' } },
      disallow: { to: { file: { categories: 'school web' } } },
      message: 'The server of the school imports nothing from its pages.',
    },
    {
      from: { file: { categories: 'school shared' } },
      disallow: { to: { file: { categories: ['school web', 'school server'] } } },
      message: 'examples/school/shared is what pages and server share: it imports neither.',
    },
  ],
};

export const arrowConfigs = [
  {
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
      'boundaries/legacy-templates': false,
      'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export'],
      'boundaries/elements': folders.map((folder) => ({ type: folder, pattern: `src/${folder}`, partialMatch: false })),
      'boundaries/files': [
        ...files.map((file) => ({ category: file, pattern: `src/${file}` })),
        { category: 'createError', pattern: 'src/errors/createError.ts' },
        { category: 'tooling', pattern: ['scripts/**', '.storybook/**'] },
        { category: 'test', pattern: 'test/**' },
        ...['web', 'server', 'shared'].map((name) => ({
          category: `school ${name}`,
          pattern: `examples/school/${name}/**`,
        })),
      ],
    },
  },
  {
    files: importers.map((name) => (isFile(name) ? `src/${name}` : `src/${name}/**/*.{ts,tsx}`)),
    rules: { 'boundaries/dependencies': ['error', arrowsOfSrc] },
  },
  {
    files: ['scripts/**/*.{ts,tsx}', '.storybook/*.ts'],
    rules: { 'boundaries/dependencies': ['error', arrowsOfTooling] },
  },
  {
    files: ['examples/school/**/*.{ts,tsx}'],
    rules: { 'boundaries/dependencies': ['error', arrowsOfSchool] },
  },
];
