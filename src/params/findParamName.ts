import { findKind } from './findKind.js';
import { paramNames } from './paramNames.js';
import type { ParamName } from './types.js';

/** The parameter of each query key: of its name and of its alias. */
const namesByKey: ReadonlyMap<string, ParamName> = /* @__PURE__ */ new Map(
  paramNames.flatMap((name) => [name, findKind(name)?.alias ?? name].map((key) => [key, name])),
);

/** The parameter that a query key stands for, if there is one. */
export const findParamName = (key: string): ParamName | undefined => namesByKey.get(key);
