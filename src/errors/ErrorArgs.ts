import type { errorList } from './errorList.js';
import type { WherebyErrorCode } from './codes.generated.js';

/** The names between braces in a text. */
type PlaceholderIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderIn<Rest>
  : never;

type PlaceholderOf<Code extends WherebyErrorCode> = PlaceholderIn<(typeof errorList)[Code]['what' | 'cause' | 'cure']>;

/** A value for each placeholder in the texts of a code. */
export type ErrorArgs<Code extends WherebyErrorCode> = { readonly [Name in PlaceholderOf<Code>]: string | number };

/** What follows the code when an error is created: the arguments can be left out if the texts take none. */
export type ErrorArgsAnd<Code extends WherebyErrorCode, Options> = [PlaceholderOf<Code>] extends [never]
  ? [args?: Readonly<Record<string, never>>, options?: Options]
  : [args: ErrorArgs<Code>, options?: Options];
