declare module 'upng-js' {
  const UPNG: {
    /** RGBA frames to a PNG; `colours` 0 keeps every colour. */
    encode(frames: readonly ArrayBuffer[], width: number, height: number, colours?: number): ArrayBuffer;
  };
  // eslint-disable-next-line no-restricted-syntax -- the package exports it so
  export default UPNG;
}
