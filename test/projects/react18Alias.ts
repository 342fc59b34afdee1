import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = `${root}test/react18/node_modules/`;

/** Leads React to 18.3, which a workspace of its own holds, and the testing library to its ES form, which follows. */
export const react18Alias = [
  {
    find: /^use-sync-external-store\/shim(\/index\.js)?$/,
    replacement: `${root}test/projects/useSyncExternalStore.ts`,
  },
  { find: /^react-dom(?=\/|$)/, replacement: `${modules}react-dom` },
  { find: /^react(?=\/|$)/, replacement: `${modules}react` },
  {
    find: /^@testing-library\/react$/,
    replacement: `${root}node_modules/@testing-library/react/dist/@testing-library/react.esm.js`,
  },
];
