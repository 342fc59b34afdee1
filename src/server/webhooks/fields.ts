/**
 * The kinds of field the data of an event is made of: a guard, and the JSON Schema that says the same to
 * programs in other languages.
 */
export interface Field<Value> {
  /** Of JSON Schema 2020-12, as OpenAPI 3.1 uses it. */
  readonly schema: Readonly<Record<string, unknown>>;
  is(value: unknown): value is Value;
}

export type FieldSet = Readonly<Record<string, Field<unknown>>>;

type ValueOf<F> = F extends Field<infer Value> ? Value : never;

type Whole<Required, Optional> = { readonly [Name in keyof Required]: ValueOf<Required[Name]> } & {
  readonly [Name in keyof Optional]?: ValueOf<Optional[Name]> | null | undefined;
};

/** Fields that come together: those that are always there, and those older or newer senders leave out. */
export interface FieldGroup<Data> {
  readonly required: FieldSet;
  readonly optional: FieldSet;
  /** Never there: carries the type. */
  readonly data?: Data;
}

/** The data a group of fields stands for. */
export type DataOf<Group> = Group extends FieldGroup<infer Data> ? Data : never;

/** A group from its fields. The docblocks of both literals reach the fields of the data in the editor. */
export const group = <Required extends FieldSet, Optional extends FieldSet = Record<never, never>>(
  required: Required,
  optional?: Optional,
): FieldGroup<Whole<Required, Optional>> => ({ required, optional: optional ?? {} });

const field = <Value>(schema: Field<Value>['schema'], is: (value: unknown) => value is Value): Field<Value> => ({
  schema,
  is,
});

export const text = () => field({ type: 'string' }, (value) => typeof value === 'string');

export const textOrNull = () =>
  field({ type: ['string', 'null'] }, (value) => value === null || typeof value === 'string');

export const yesNo = () => field({ type: 'boolean' }, (value) => typeof value === 'boolean');

const isNumber = (value: unknown): value is number => typeof value === 'number' && value >= 0;

/** A number from nought. */
export const amount = () => field({ type: 'number', minimum: 0 }, isNumber);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && isNumber(value);

/** A whole number from nought. */
export const count = () => field({ type: 'integer', minimum: 0 }, isCount);

/** Whole numbers under names. */
export const counts = () =>
  field(
    { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } },
    (value): value is Readonly<Record<string, number>> =>
      typeof value === 'object' && !!value && !Array.isArray(value) && Object.values(value).every(isCount),
  );

/** One of the values known so far; a text that is none of them is let through, because new ones may come. */
export const oneOf = <const Value extends string>(values: readonly Value[]) =>
  field(
    { type: 'string', examples: values },
    (value): value is Value | (string & Record<never, never>) => typeof value === 'string',
  );
