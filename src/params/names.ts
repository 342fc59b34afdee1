import type { Kind } from './kinds.js';
import { params } from './registry.js';
import type { ParamName } from './types.js';

/** Query keys that mean something of their own and are no parameter. */
export const reserved: readonly string[] = ['roomKey', 'jsApi', 'we', 'iframeSource', 'embed', 'needancestor'];

export const paramNames = /* @__PURE__ */ Object.keys(params) as ParamName[];

/** The registry's entry of a name, whatever the name: `constructor` has none. */
export const kindOf = (name: string): Kind<unknown, unknown> | undefined =>
  Object.hasOwn(params, name) ? (params[name as ParamName] as Kind<unknown, unknown>) : undefined;

const toOwner = (name: ParamName): [string, ParamName][] => {
  const { wire = [name], aliases = [] } = kindOf(name)!;
  return [...wire, ...aliases].map((key) => [key, name]);
};

/** Which parameter a query key belongs to. */
export const ownerOf: ReadonlyMap<string, ParamName> = /* @__PURE__ */ new Map(paramNames.flatMap(toOwner));
