import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** Tests import the package by the names its users type; they are led to the sources. */
export const sourceAlias = [
  { find: /^react-whereby-embed$/, replacement: `${src}index.ts` },
  { find: /^react-whereby-embed\/(server\/(?:kysely|redis))$/, replacement: `${src}$1.ts` },
  { find: /^react-whereby-embed\/(server|sandbox|testing)$/, replacement: `${src}$1/index.ts` },
];
