import { params } from 'react-whereby-embed';
import type { ParamName, RoomParams } from 'react-whereby-embed';
// The texts are for tools and no part of what an app imports.
import { paramDocs } from '../../src/params/docs.generated.js';

export interface ParamEntry {
  readonly name: ParamName;
  readonly kind: 'toggle' | 'flag' | 'choice' | 'text' | 'url' | 'list';
  readonly values: readonly string[];
  readonly group: string;
  readonly summary: string;
  readonly undocumented: boolean;
}

const labels: Readonly<Record<string, string>> = {
  participant: 'Participant',
  media: 'Camera and microphone',
  layout: 'Layout',
  controls: 'Buttons and displays',
  features: 'Features',
};

/** Every parameter of the registry, in its order, with what there is to read about it. */
export const paramList: readonly ParamEntry[] = (Object.keys(params) as ParamName[]).map((name) => ({
  name,
  kind: params[name].kind,
  values: params[name].values ?? [],
  group: paramDocs[name].group,
  summary: paramDocs[name].summary,
  undocumented: paramDocs[name].undocumented ?? false,
}));

/** The groups of the registry, in its order. */
export const paramGroups: readonly { readonly group: string; readonly label: string }[] = [
  ...new Set(paramList.map(({ group }) => group)),
].map((group) => ({ group, label: labels[group] ?? group }));

export type ParamValue = RoomParams[ParamName];

/** How many parameters say something. */
export const countSet = (values: RoomParams): number =>
  Object.values(values).filter((value) => value !== undefined).length;
