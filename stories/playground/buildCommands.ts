import type { ParamName } from 'react-whereby-embed';
import { copyText } from '../copyText.js';
import { presets } from '../presets/presets.js';
import { roles } from '../sandboxRoom.js';
import type { SavedPreset } from './presetFile.js';
import { optionsOf } from './optionsOf.js';
import type { Described } from './optionsOf.js';
import { countSet, describeValue, paramList } from './paramList.js';
import {
  backdrops,
  connections,
  directions,
  happenings,
  namings,
  scenes,
  surroundings,
  themes,
  usualHappening,
  viewports,
  zooms,
} from './state.js';
import type { Happening, PlaygroundState } from './state.js';

export interface Command {
  readonly id: string;
  /** The heading it stands under. */
  readonly group: string;
  readonly title: string;
  readonly detail?: string | undefined;
  /** How it is now, as "on" or "current". */
  readonly status?: string | undefined;
  /** As in `Ctrl+Z`. */
  readonly shortcut?: string;
  /** The parameter whose field it leads to. */
  readonly param?: ParamName;
  /** May return what to report once it is done. */
  run(): void | Promise<string>;
}

export interface CommandTargets {
  readonly state: PlaygroundState;
  readonly saved: Readonly<Record<string, SavedPreset>>;
  /** What can be copied, by what it is called. */
  readonly copies: Readonly<Record<string, string>>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): void;
  redo(): void;
  unsetAll(): void;
  onChange(change: Partial<PlaygroundState>, label: string): void;
  onStepSize(by: 1 | -1): void;
  onApply(name: string, preset: Pick<PlaygroundState, 'role' | 'params'>): void;
  onFocusParam(name: ParamName): void;
}

/** How many other people a command puts into the room. */
const crowds = [0, 1, 8, 50];

/** A command for each of several choices; the one that holds says so. */
function chooseFrom<Name extends string>(
  group: string,
  prefix: string,
  names: Readonly<Record<Name, string | Described>>,
  current: Name,
  onChoose: (name: Name, label: string) => void,
): Command[] {
  return optionsOf(names).map(({ value, label, title }) => {
    const text = prefix ? `${prefix}: ${label}` : label;
    return {
      id: `${prefix || group} ${value}`.toLowerCase(),
      group,
      title: text,
      detail: title,
      status: value === current ? 'current' : undefined,
      run: () => onChoose(value, text),
    };
  });
}

function buildSizes({ state, onChange, onStepSize }: CommandTargets): Command[] {
  const group = 'Size';
  return [
    ...chooseFrom(group, '', viewports, state.viewport, (viewport, label) => onChange({ viewport }, `Size: ${label}`)),
    { id: 'size next', group, title: 'Next size', shortcut: ']', run: () => onStepSize(1) },
    { id: 'size previous', group, title: 'Previous size', shortcut: '[', run: () => onStepSize(-1) },
    ...(state.viewport === 'fill'
      ? []
      : [
          { id: 'size turn', group, title: 'Rotate', run: () => onChange({ isTurned: !state.isTurned }, 'Turned') },
          ...chooseFrom(group, 'Zoom', zooms, state.zoom, (zoom, label) => onChange({ zoom }, label)),
        ]),
  ];
}

function buildHappenings({ state, onChange }: CommandTargets): Command[] {
  // They are the sandbox's: nobody directs a room of the service from here.
  if (state.room) return [];
  const group = 'In the room';
  const { happening } = state;
  const change = (part: Partial<Happening>, label: string) =>
    onChange({ happening: { ...happening, ...part }, scene: 'meeting' }, label);
  return [
    ...(Object.keys(happenings) as (keyof typeof happenings)[]).map((name) => ({
      id: `happens ${name}`,
      group,
      title: happenings[name],
      status: happening[name] ? 'on' : 'off',
      run: () => change({ [name]: !happening[name] }, `${happenings[name]}: ${happening[name] ? 'no' : 'yes'}`),
    })),
    ...chooseFrom(group, 'Show', scenes, state.scene, (scene, label) => onChange({ scene }, label)),
    ...chooseFrom(group, 'As', roles, state.role, (role, label) => onChange({ role }, label)),
    ...crowds.map((people) => ({
      id: `people ${people}`,
      group,
      title: `Other people: ${people}`,
      status: people === happening.people ? 'current' : undefined,
      run: () => change({ people }, `${people} other people`),
    })),
    ...chooseFrom(group, 'Names', namings, happening.names, (names, label) => change({ names }, label)),
    ...chooseFrom(group, 'Connection', connections, happening.connection, (connection, label) =>
      change({ connection }, label),
    ),
    {
      id: 'happens usual',
      group,
      title: 'Back to the usual room',
      run: () => onChange({ happening: usualHappening }, 'The usual room'),
    },
  ];
}

function buildPresets({ state, saved, onApply }: CommandTargets): Command[] {
  const all = [
    ...Object.entries(saved).map(([title, preset]) => ({ title, group: 'Your presets', ...preset })),
    ...presets.map(({ title, role, params }) => ({ title, role, params, group: 'Presets to begin with' })),
  ];
  return all.map(({ title, group, role, params }) => ({
    id: `preset ${group} ${title}`,
    group,
    title,
    detail: `${countSet(params)} set`,
    status: state.from === title ? 'current' : undefined,
    run: () => onApply(title, { role, params }),
  }));
}

function buildViews({ state, onChange }: CommandTargets): Command[] {
  const group = 'View';
  return [
    ...chooseFrom(group, 'Theme', themes, state.theme, (theme, label) => onChange({ theme }, label)),
    ...chooseFrom(group, 'Direction', directions, state.direction, (direction, label) =>
      onChange({ direction }, label),
    ),
    ...chooseFrom(group, 'Behind', backdrops, state.backdrop, (backdrop, label) => onChange({ backdrop }, label)),
    ...chooseFrom(group, 'Page around', surroundings, state.around, (around, label) => onChange({ around }, label)),
  ];
}

function buildSteps({ state, canUndo, canRedo, undo, redo, unsetAll }: CommandTargets): Command[] {
  const group = 'Steps';
  return [
    ...(canUndo ? [{ id: 'undo', group, title: 'Undo', shortcut: 'Ctrl+Z', run: undo }] : []),
    ...(canRedo ? [{ id: 'redo', group, title: 'Redo', shortcut: 'Ctrl+Shift+Z', run: redo }] : []),
    ...(countSet(state.params) ? [{ id: 'unset', group, title: 'Unset all', run: unsetAll }] : []),
  ];
}

const buildCopies = ({ copies }: CommandTargets): Command[] =>
  Object.entries(copies).map(([what, text]) => ({
    id: `copy ${what}`,
    group: 'Copy',
    title: `Copy ${what}`,
    run: async () =>
      (await copyText(text))
        ? `Copied the ${what}.`
        : 'The browser refused to copy: select the text below the room by hand.',
  }));

const buildParams = ({ state, onFocusParam }: CommandTargets): Command[] =>
  paramList.map(({ name, summary }) => ({
    id: `param ${name}`,
    group: 'Parameters',
    title: name,
    detail: summary.replaceAll('`', ''),
    status: state.params[name] === undefined ? undefined : describeValue(state.params[name]),
    param: name,
    run: () => onFocusParam(name),
  }));

/** Everything the playground can do now, in the order of its groups. */
export const buildCommands = (targets: CommandTargets): readonly Command[] => [
  ...buildSteps(targets),
  ...buildSizes(targets),
  ...buildHappenings(targets),
  ...buildPresets(targets),
  ...buildViews(targets),
  ...buildCopies(targets),
  ...buildParams(targets),
];
