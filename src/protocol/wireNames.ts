/** `CameraToggle` and `toggleCamera` as the wire spells them: `camera_toggle`, `toggle_camera`. */
const snake = (name: string): string => name.replace(/\B[A-Z]/g, '_$&').toLowerCase();

/** A registry with the wire name added to each entry that does not name another. */
export const withWireNames = (key: 'type' | 'command', entries: object): unknown =>
  Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [name, { [key]: snake(name.replace(/^on/, '')), ...entry }]),
  );

type Words<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Words<Rest>}`
  : '';

/** The same for types. */
export type Snake<Name extends string> = Words<Uncapitalize<Name>>;
