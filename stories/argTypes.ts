import type { InputType } from 'storybook/internal/types';
import { paramGroups } from '../src/params/docs.generated.js';
import { paramList } from './playground/paramList.js';
import type { ParamEntry } from './playground/paramList.js';

const unset = 'not set';

function controlOf({ kind, values }: ParamEntry): InputType {
  if (kind === 'toggle') return { control: 'inline-radio', options: [unset, 'on', 'off'] };
  if (kind === 'choice') return { control: 'select', options: [unset, ...values] };
  if (kind === 'flag') return { control: 'inline-radio', options: [unset, 'set'] };
  return { control: kind === 'list' ? 'object' : 'text' };
}

/** Storybook's own controls for every parameter, from the registry: three states for a toggle. */
export const argTypes: Readonly<Record<string, InputType>> = Object.fromEntries(
  paramList.map((entry) => [
    entry.name,
    {
      ...controlOf(entry),
      ...(entry.kind === 'list' ? {} : { mapping: { [unset]: undefined, set: true } }),
      description: entry.summary,
      table: {
        type: { summary: entry.kind },
        defaultValue: { summary: entry.byDefault },
        category: paramGroups.find(({ group }) => group === entry.group)?.title ?? entry.group,
      },
    },
  ]),
);

/** The values of those controls for a set of parameters. */
export const toArgs = (params: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    paramList.map(({ name, kind }) => {
      const value = (params as Readonly<Record<string, unknown>>)[name];
      if (kind === 'toggle')
        return [name, value === undefined ? unset : value === true || value === 'on' ? 'on' : 'off'];
      if (kind === 'flag') return [name, value === true ? 'set' : unset];
      if (kind === 'choice') return [name, value ?? unset];
      return [name, value];
    }),
  );

/** What the controls give, as the component takes it: its parameters, and the handlers that Storybook's actions are. */
export function toParams(args: object): { readonly params: object; readonly handlers: object } {
  const entries = Object.entries(args).filter(([, value]) => value !== undefined && value !== unset && value !== '');
  const isParam = (name: string) => paramList.some((entry) => entry.name === name);
  return {
    params: Object.fromEntries(
      entries.filter(([name]) => isParam(name)).map(([name, value]) => [name, value === 'set' ? true : value]),
    ),
    handlers: Object.fromEntries(entries.filter(([, value]) => typeof value === 'function')),
  };
}
