import { params } from 'react-whereby-embed';
import { expect, test } from 'vitest';
import { paramDocs } from '../../../src/params/docs.generated.js';

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

test('the kinds of all parameters match the snapshot', () => {
  expect(
    Object.fromEntries(
      Object.entries(params).map(([name, { kind, values }]) => [name, values ? `${kind} ${values.join(' ')}` : kind]),
    ),
  ).toMatchSnapshot();
});
