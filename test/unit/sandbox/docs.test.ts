import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultRules } from '../../../src/sandbox/core/index.js';
import { defaultApiBehaviour } from '../../../src/sandbox/server/ApiBehaviour.js';
import { controlRoutes } from '../../../src/sandbox/server/control/controlRoutes.js';
import { defaultDeliverySettings } from '../../../src/sandbox/server/deliveries/types.js';

const guide = readFileSync(new URL('../../../docs/sandbox.md', import.meta.url), 'utf8');
const isRow = (name: string) => new RegExp(`^\\| \`${name.replace(/[/:]/g, '\\$&')}\``, 'm').test(guide);

describe('the guide has a table row for', () => {
  test.each([
    ...Object.keys(defaultRules),
    ...Object.keys(defaultApiBehaviour),
    ...Object.keys(defaultDeliverySettings),
    ...controlRoutes.map(({ method, path }) => `${method} ${path}`),
  ])('%s', (name) => expect(isRow(name)).toBe(true));
});
