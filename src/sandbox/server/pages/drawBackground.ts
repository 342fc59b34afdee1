const palettes = {
  default: ['#dfe7ee', '#b9c8d6'],
  grey: ['#e4e4e4', '#9b9b9b'],
  purple: ['#e6dcf5', '#8a63c4'],
  burgund: ['#f3dbe1', '#8f2f4a'],
} as const;

const drawings = {
  default: '',
  mountains: '<path d="M0 500 250 220 430 420 640 160 1000 500v200H0z"/>',
  characters:
    '<circle cx="250" cy="420" r="110"/><circle cx="560" cy="470" r="150"/><circle cx="830" cy="440" r="90"/>',
  rocks: '<ellipse cx="240" cy="600" rx="260" ry="130"/><ellipse cx="720" cy="620" rx="330" ry="170"/>',
} as const;

export type Palette = keyof typeof palettes;
export type Drawing = keyof typeof drawings;

const isKey = <Key extends string>(record: Readonly<Record<Key, unknown>>, key: string): key is Key =>
  Object.hasOwn(record, key);
const listKeys = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(record).filter((key) => isKey(record, key));

/** The names that the theme API takes, as the service spells them. */
export const paletteNames = listKeys(palettes);
export const drawingNames = listKeys(drawings);

/** The file name of the sandbox's own drawing for a palette and a theme. */
export const getDrawingName = (palette: Palette, drawing: Drawing): string => `${palette}-${drawing}.svg`;

/** The SVG of that name, if there is one. */
export function drawBackground(name: string): string | undefined {
  const [palette = '', drawing = ''] = name.replace(/\.svg$/, '').split('-');
  if (!isKey(palettes, palette) || !isKey(drawings, drawing)) return undefined;
  const [ground, shape] = palettes[palette];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 700" preserveAspectRatio="xMidYMid slice"><rect width="1000" height="700" fill="${ground}"/><g fill="${shape}" fill-opacity=".5">${drawings[drawing]}</g></svg>`;
}
