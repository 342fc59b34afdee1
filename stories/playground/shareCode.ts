import { params as registry } from 'react-whereby-embed';
import type { RoomParams } from 'react-whereby-embed';
import { explainAddress } from '../../src/params/explainAddress.js';
import { roles } from '../sandboxRoom.js';
import { backdrops, initialState, scenes, themes, viewports } from './state.js';
import type { PlaygroundState } from './state.js';
import { withoutKey } from './withoutKey.js';

/** Of the first character. */
const version = 'A';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const oneOf = <Name extends string>(names: Record<Name, unknown>, value: unknown, otherwise: Name): Name =>
  Object.hasOwn(names, textOf(value)) ? (value as Name) : otherwise;

/** A value of the type a parameter takes. A wrong value of the right type stays: it is shown with what is wrong. */
function isOfKind(kind: string, value: unknown): boolean {
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'toggle') return typeof value === 'boolean' || value === 'on' || value === 'off';
  if (kind === 'list') return Array.isArray(value) && value.every((name) => typeof name === 'string');
  return typeof value === 'string';
}

const isFramed = (room: string): boolean => explainAddress(room).problems.every(({ severity }) => severity !== 'error');

/**
 * The combination of a link from before links could be read (`writeShare`), without entries that are not valid;
 * undefined if it is none.
 */
export function decodeShare(code: string | undefined): PlaygroundState | undefined {
  if (!code?.startsWith(version)) return undefined;
  let read: unknown;
  try {
    const binary = atob(code.slice(1).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Cut off or mistyped: the same as no link.
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const { p, r, v, b, t, a, s } = read as Readonly<Record<string, unknown>>;
  const params = Object.entries(typeof p === 'object' && p !== null ? p : {}).filter(
    ([name, value]) => Object.hasOwn(registry, name) && isOfKind(registry[name as keyof RoomParams].kind, value),
  );
  const room = withoutKey(textOf(r));
  return {
    ...initialState,
    params: Object.fromEntries(params),
    room: room && isFramed(room) ? room : '',
    viewport: oneOf(viewports, v, initialState.viewport),
    backdrop: oneOf(backdrops, b, initialState.backdrop),
    theme: oneOf(themes, t, initialState.theme),
    role: oneOf(roles, a, initialState.role),
    scene: oneOf(scenes, s, initialState.scene),
  };
}
