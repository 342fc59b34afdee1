import { params } from 'react-whereby-embed';
import { expect, test } from 'vitest';
import { isReservedKey } from '../../../src/params/isReservedKey.js';
import type { Kind } from '../../../src/params/kinds/Kind.js';
import { paramNames } from '../../../src/params/paramNames.js';

test('keys of the service and aliases of parameters are reserved', () => {
  const aliases = paramNames.flatMap((name) => (params[name] as Kind).alias ?? []);
  expect(aliases).toEqual(['embed', 'precallPermissionHelpLink']);
  for (const key of ['roomKey', 'jsApi', 'we', 'iframeSource', 'needancestor', ...aliases])
    expect(isReservedKey(key), key).toBe(true);
});

test('no parameter has a reserved name', () => {
  expect(paramNames.filter(isReservedKey)).toEqual([]);
});
