import { params as registry } from 'react-whereby-embed';
import type { ParamName, RoomParams } from 'react-whereby-embed';
import { explainAddress } from '../../src/params/explainAddress.js';
import { roles } from '../sandboxRoom.js';
import {
  backdrops,
  connections,
  directions,
  happenings,
  initialState,
  MOST_PEOPLE,
  namings,
  scenes,
  surroundings,
  themes,
  viewports,
  zooms,
} from './state.js';
import type { Happening, PlaygroundState } from './state.js';
import { withoutKey } from './withoutKey.js';

/** What a link gives, and what in it was of no use. */
export interface ReadShare {
  readonly state: PlaygroundState;
  readonly problems: readonly string[];
}

const isParam = (name: string): name is ParamName => Object.hasOwn(registry, name);

function writeParam(name: ParamName, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (registry[name].kind === 'flag') return value === false ? 'off' : '';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value);
}

/** A value of the type a parameter takes. A wrong value of the right type stays: it is shown with what is wrong. */
function readParam(name: ParamName, text: string): unknown {
  const { kind } = registry[name];
  if (kind === 'flag') return text === '' || text === 'on' ? true : text === 'off' ? false : undefined;
  if (kind === 'toggle') return text === 'on' ? true : text === 'off' ? false : undefined;
  if (kind === 'list') return text.split(',').filter(Boolean);
  return text;
}

const oneOf =
  <Name extends string>(names: Readonly<Record<Name, unknown>>) =>
  (text: string): Name | undefined =>
    Object.hasOwn(names, text) ? (text as Name) : undefined;

const number =
  (least: number, most: number) =>
  (text: string): number | undefined =>
    /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined;

/** An own size, as in `1024x640`. */
function readSize(text: string): Partial<PlaygroundState> | undefined {
  const viewport = oneOf(viewports)(text);
  if (viewport) return { viewport };
  const [, width, height] = /^(\d{2,4})x(\d{2,4})$/.exec(text) ?? [];
  return width && height ? { viewport: 'own', width: Number(width), height: Number(height) } : undefined;
}

/** A backdrop, or a colour without its `#`, which would end the query: `5b4b8a`. */
function readBackdrop(text: string): Partial<PlaygroundState> | undefined {
  const backdrop = oneOf(backdrops)(text);
  if (backdrop) return { backdrop };
  return /^[\da-f]{6}$/i.test(text) ? { backdrop: 'own', colour: `#${text.toLowerCase()}` } : undefined;
}

/** An address of another host than Whereby's is not framed, whoever made the link. */
function readRoom(text: string): Partial<PlaygroundState> | undefined {
  const { problems } = explainAddress(text);
  return problems.some(({ severity }) => severity === 'error') ? undefined : { room: withoutKey(text) };
}

const change =
  <Value>(read: (text: string) => Value | undefined, toChange: (value: Value) => Partial<PlaygroundState>) =>
  (text: string) => {
    const value = read(text);
    return value === undefined ? undefined : toChange(value);
  };

/** Everything in a link that is no parameter of the room. None of them may have the name of one. */
const readers: Readonly<Record<string, (text: string) => Partial<PlaygroundState> | undefined>> = {
  from: (from) => ({ from: from.slice(0, 60) }),
  room: readRoom,
  size: readSize,
  turned: (text) => (text === '' ? { isTurned: true } : undefined),
  zoom: change(oneOf(zooms), (zoom) => ({ zoom })),
  behind: readBackdrop,
  around: change(oneOf(surroundings), (around) => ({ around })),
  theme: change(oneOf(themes), (theme) => ({ theme })),
  dir: change(oneOf(directions), (direction) => ({ direction })),
  as: change(oneOf(roles), (role) => ({ role })),
  show: change(oneOf(scenes), (scene) => ({ scene })),
};

const happeningReaders: Readonly<Record<string, (text: string) => Partial<Happening> | undefined>> = {
  inside: (text) => {
    const people = number(0, MOST_PEOPLE)(text);
    return people === undefined ? undefined : { people };
  },
  names: (text) => {
    const names = oneOf(namings)(text);
    return names && { names };
  },
  connection: (text) => {
    const connection = oneOf(connections)(text);
    return connection && { connection };
  },
  happens: (text) => {
    const known = text.split(',').filter((one) => Object.hasOwn(happenings, one));
    return known.length ? Object.fromEntries(known.map((one) => [one, true])) : undefined;
  },
};

/** The names of a link besides parameters, for the test that none of them is one. */
export const shareNames: readonly string[] = [...Object.keys(readers), ...Object.keys(happeningReaders)];

/** What `encodeURIComponent` writes for nothing's sake: a link is also read by people. */
const encode = (text: string): string =>
  // Half of a character, which a URL cannot hold.
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/%(2C|2F|3A|40)/gi, (code) =>
    decodeURIComponent(code),
  );

/**
 * A combination as the end of a link that people can read: `chat=off&minimal&as=host&size=phone`. What is as at first is
 * left out, and so is a `roomKey`.
 */
export function writeShare(state: PlaygroundState): string {
  const { happening } = state;
  const on = Object.keys(happenings).filter((name) => happening[name as keyof typeof happenings]);
  const given = (Object.keys(registry) as ParamName[]).map(
    (name) => [name, writeParam(name, state.params[name])] as const,
  );
  const unlessFirst = <Name extends keyof PlaygroundState>(name: Name) =>
    state[name] === initialState[name] ? undefined : String(state[name]);
  const rest: readonly (readonly [string, string | undefined])[] = [
    ['from', unlessFirst('from')],
    ['room', state.room ? withoutKey(state.room) : undefined],
    ['as', unlessFirst('role')],
    ['show', unlessFirst('scene')],
    ['size', state.viewport === 'own' ? `${state.width}x${state.height}` : unlessFirst('viewport')],
    ['turned', state.isTurned ? '' : undefined],
    ['zoom', unlessFirst('zoom')],
    ['behind', state.backdrop === 'own' ? state.colour.slice(1) : unlessFirst('backdrop')],
    ['around', unlessFirst('around')],
    ['theme', unlessFirst('theme')],
    ['dir', unlessFirst('direction')],
    ['inside', happening.people === initialState.happening.people ? undefined : String(happening.people)],
    ['names', happening.names === 'usual' ? undefined : happening.names],
    ['connection', happening.connection === 'stable' ? undefined : happening.connection],
    ['happens', on.length ? on.join(',') : undefined],
  ];
  return [...given, ...rest]
    .flatMap(([name, text]) => (text === undefined ? [] : [text === '' ? name : `${name}=${encode(text)}`]))
    .join('&');
}

/** The combination in the query of a link. What a link has that this version does not know is named, and left out. */
export function readShare(query: string, ignored: ReadonlySet<string> = new Set()): ReadShare {
  const problems: string[] = [];
  const params: Record<string, unknown> = {};
  let state: PlaygroundState = initialState;
  for (const [name, text] of new URLSearchParams(query)) {
    if (ignored.has(name)) continue;
    if (/room-?_?key/i.test(name)) {
      problems.push('The link carried a roomKey, which was left out: a key is no part of a link.');
      continue;
    }
    if (isParam(name)) {
      const value = readParam(name, text.slice(0, 2_000));
      if (value === undefined) problems.push(`${name} of the link takes another value; it is not set.`);
      else params[name] = value;
      continue;
    }
    const isKnown = Object.hasOwn(readers, name) || Object.hasOwn(happeningReaders, name);
    const changes = Object.hasOwn(readers, name) ? readers[name]?.(text) : undefined;
    const happening = Object.hasOwn(happeningReaders, name) ? happeningReaders[name]?.(text) : undefined;
    if (changes) state = { ...state, ...changes };
    else if (happening) state = { ...state, happening: { ...state.happening, ...happening } };
    else
      problems.push(
        isKnown
          ? `“${name}” of the link takes another value; it is as at first.`
          : `The link has “${name.slice(0, 40)}”, which this version does not know; the rest of it is here.`,
      );
  }
  return { state: { ...state, params: params as RoomParams }, problems };
}
