import type { Kind } from './kinds/index.js';
import { params } from './registry.js';
import type { ParamName } from './types.js';

/** Query keys that mean something of their own and are set by nobody. */
export const reserved: readonly string[] = [
  'roomKey',
  'jsApi',
  'we',
  'iframeSource',
  'needancestor',
  'embed',
  'precallPermissionHelpLink',
];

export const paramNames = /* @__PURE__ */ Object.keys(params) as ParamName[];

/** The registry's entry of a name, whatever the name: `constructor` has none. */
export const kindOf = (name: string): Kind<unknown> | undefined =>
  Object.hasOwn(params, name) ? params[name as ParamName] : undefined;
