/** `CameraToggle` and `toggleCamera` as the wire spells them: `camera_toggle`, `toggle_camera`. */
const snake = (name: string): string => name.replace(/\B[A-Z]/g, '_$&').toLowerCase();

/** A registry with the name on the wire put on each entry that does not say another. */
export const withWireNames = <Key extends 'type' | 'command'>(key: Key, entries: object) =>
  Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [name, { [key]: snake(name.replace(/^on/, '')), ...entry }]),
  ) as unknown;

type Words<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Words<Rest>}`
  : '';

/** The same for types. */
export type Snake<Name extends string> = Words<Uncapitalize<Name>>;
