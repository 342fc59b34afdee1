/** The font of all pictures. It comes in a package, so that it is the same on every machine. */
export const pinnedFont = 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
