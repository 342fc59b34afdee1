import { params } from 'react-whereby-embed';
import type { ParamName, RoomParams } from 'react-whereby-embed';
// The texts and rules are for tools, so the package does not export them.
import { paramDocs } from '../../src/params/docs.generated.js';
import { rules } from '../../src/params/rules.generated.js';
import type { ParamRule } from '../../src/params/checkParams.js';

export interface ParamEntry {
  readonly name: ParamName;
  readonly kind: string;
  readonly values: readonly string[];
  readonly group: string;
  readonly summary: string;
  /** What the room does if it is not set. */
  readonly byDefault: string;
  readonly undocumented: boolean;
  /** Only hosts notice it. */
  readonly isForHosts: boolean;
  /** Has an effect only with these. */
  readonly requires: readonly ParamName[];
  /** `minimal` hides it unless it is on. */
  readonly isHiddenByMinimal: boolean;
}

/** Its own docblock says that only a host has it. */
const hostOnly: ReadonlySet<string> = new Set(['locking', 'breakout', 'groups', 'recording', 'autoSpotlight']);

const ruleOf = (name: ParamName): ParamRule => rules[name] ?? {};

/** Every parameter of the registry, in its order, with what there is to read about it. */
export const paramList: readonly ParamEntry[] = (Object.keys(params) as ParamName[]).map((name) => ({
  name,
  kind: params[name].kind,
  values: params[name].values ?? [],
  group: paramDocs[name].group,
  summary: paramDocs[name].summary,
  byDefault: paramDocs[name].default,
  undocumented: paramDocs[name].undocumented ?? false,
  isForHosts: ruleOf(name).host ?? hostOnly.has(name),
  requires: ruleOf(name).requires ?? [],
  isHiddenByMinimal: ruleOf(name).hiddenBy?.includes('minimal') ?? false,
}));

export type ParamValue = RoomParams[ParamName];

/** A value in a few words: "off". */
export const describeValue = (value: ParamValue): string =>
  value === undefined ? 'not set' : value === true ? 'on' : value === false ? 'off' : String(value).slice(0, 30);

/** How many parameters say something. */
export const countSet = (values: RoomParams): number =>
  Object.values(values).filter((value) => value !== undefined).length;
