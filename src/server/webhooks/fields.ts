/**
 * The kinds of field that the data of an event is made of: each is a guard, and the JSON Schema that says the same to
 * programs in other languages.
 */
export interface Field<Value> {
  /** JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
  readonly schema: Readonly<Record<string, unknown>>;
  is(value: unknown): value is Value;
}

export type FieldSet = Readonly<Record<string, Field<unknown>>>;

type ValueOf<F> = F extends Field<infer Value> ? Value : never;

type FieldValues<Required, Optional> = { readonly [Name in keyof Required]: ValueOf<Required[Name]> } & {
  readonly [Name in keyof Optional]?: ValueOf<Optional[Name]> | null | undefined;
};

/** Fields that come together: some always, some only from newer or older senders. */
export interface FieldGroup<Data> {
  readonly required: FieldSet;
  readonly optional: FieldSet;
  /** Never set: carries the type. */
  readonly data?: Data;
}

/** The data that a group of fields, or a definition made of groups, describes. */
export type DataOf<Described> = Described extends { readonly data?: infer Data } ? Exclude<Data, undefined> : never;

/** Makes a group of fields. The docblocks in both literals reach the fields of the data in the editor. */
export const group = <Required extends FieldSet, Optional extends FieldSet = Record<never, never>>(
  required: Required,
  optional?: Optional,
): FieldGroup<FieldValues<Required, Optional>> => ({ required, optional: optional ?? {} });

const field = <Value>(schema: Field<Value>['schema'], is: (value: unknown) => value is Value): Field<Value> => ({
  schema,
  is,
});

export const text = () => field({ type: 'string' }, (value) => typeof value === 'string');

export const textOrNull = () =>
  field({ type: ['string', 'null'] }, (value) => value === null || typeof value === 'string');

export const bool = () => field({ type: 'boolean' }, (value) => typeof value === 'boolean');

const isNonNegative = (value: unknown): value is number => typeof value === 'number' && value >= 0;

/** A number, 0 or above. */
export const nonNegative = () => field({ type: 'number', minimum: 0 }, isNonNegative);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && isNonNegative(value);

/** A whole number, 0 or above. */
export const count = () => field({ type: 'integer', minimum: 0 }, isCount);

/** An object whose values are counts. */
export const countByName = () =>
  field(
    { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } },
    (value): value is Readonly<Record<string, number>> =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isCount),
  );

/** One of the values known so far. Any other text passes too, because the service may add values. */
export const oneOf = <const Value extends string>(values: readonly Value[]) =>
  field(
    { type: 'string', examples: values },
    (value): value is Value | (string & Record<never, never>) => typeof value === 'string',
  );
