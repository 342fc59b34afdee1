import type { Kind } from './kinds/Kind.js';
import { params } from './registry.js';

/** The registry for keys of any origin: unlike an object, a map has no `constructor`. */
const kinds: ReadonlyMap<string, Kind> = /* @__PURE__ */ new Map(/* @__PURE__ */ Object.entries(params));

/** The kind of the parameter of that name, if there is one. */
export const findKind = (name: string): Kind | undefined => kinds.get(name);
