import * as v from 'valibot';
import { parseInput } from '../validation/parseInput.js';
import { anyObject, objectWith } from '../validation/schemas.js';
import type { ControlCall, ControlRoute } from './ControlRoute.js';
import { InputError } from './InputError.js';
import type { Input } from './readInput.js';

interface RouteDefinition<Entries extends v.ObjectEntries> extends Omit<ControlRoute, 'run'> {
  /** The schemas of the body's fields. An empty field counts as omitted. */
  readonly fields: Entries;
  run(call: ControlCall & { readonly fields: v.InferOutput<v.ObjectSchema<Entries, undefined>> }): object | void;
}

const withoutEmpty = (input: Input): Input =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== '' && value !== null));

/** A route whose fields are checked before it runs; unknown ones are refused. `takes` defaults to their names. */
export function createRoute<const Entries extends v.ObjectEntries>({
  fields: entries,
  run,
  takes = Object.keys(entries).join(', '),
  ...route
}: RouteDefinition<Entries>): ControlRoute {
  const schema = v.pipe(anyObject, v.transform(withoutEmpty), objectWith(entries));
  return {
    ...route,
    takes,
    run(call) {
      const fields = parseInput(schema, call.input, (problem) => new InputError(problem));
      return run({ ...call, fields });
    },
  };
}
