import { params } from './registry.js';
import type { ParamName } from './types.js';

/** The names of all parameters, in the order of the registry. */
export const paramNames = /* @__PURE__ */ Object.keys(params) as ParamName[];
