import { params } from 'react-whereby-embed';
import type { ParamName, RoomParams } from 'react-whereby-embed';
// The texts are for tools, so the package does not export them.
import { paramDocs } from '../../src/params/docs.generated.js';

export interface ParamEntry {
  readonly name: ParamName;
  readonly kind: string;
  readonly values: readonly string[];
  readonly group: string;
  readonly summary: string;
  readonly undocumented: boolean;
}

/** Every parameter of the registry, in its order, with what there is to read about it. */
export const paramList: readonly ParamEntry[] = (Object.keys(params) as ParamName[]).map((name) => ({
  name,
  kind: params[name].kind,
  values: params[name].values ?? [],
  group: paramDocs[name].group,
  summary: paramDocs[name].summary,
  undocumented: paramDocs[name].undocumented ?? false,
}));

export type ParamValue = RoomParams[ParamName];

/** How many parameters say something. */
export const countSet = (values: RoomParams): number =>
  Object.values(values).filter((value) => value !== undefined).length;
