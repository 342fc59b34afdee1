import { params } from 'react-whereby-embed';
import { expect, test } from 'vitest';
import { paramDocs } from '../../../src/params/docs.generated.js';
import { rules } from '../../../src/params/rules.generated.js';

test('the registry has the 54 parameters of the service', () => {
  expect(Object.keys(params)).toHaveLength(54);
});

test('every parameter has a group, a sentence and a kind', () => {
  for (const name of Object.keys(params) as (keyof typeof params)[]) {
    expect(paramDocs[name].summary).toMatch(/\.$/);
    expect(paramDocs[name].group).toBeTruthy();
    expect(params[name].check).toBeTypeOf('function');
  }
});

test('the sentence on minimal names all that it hides, and nothing else', () => {
  const hidden = Object.entries(rules).flatMap(([name, rule]) => (rule.hiddenBy?.includes('minimal') ? name : []));
  expect(hidden).toContain('people');
  const named = [...paramDocs.minimal.summary.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(named.sort()).toEqual(hidden.sort());
});

test('the kinds of all parameters match the snapshot', () => {
  expect(
    Object.fromEntries(
      Object.entries(params).map(([name, { kind, values }]) => [name, values ? `${kind} ${values.join(' ')}` : kind]),
    ),
  ).toMatchSnapshot();
});
