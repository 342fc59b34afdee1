import { randomUUID } from 'node:crypto';

export interface Image {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Pictures that were uploaded for rooms. */
export interface Images {
  /** Answers the path it is served at. */
  add(image: Image): string;
  get(id: string): Image | undefined;
  clear(): void;
  toJSON(): Readonly<Record<string, { readonly type: string; readonly base64: string }>>;
  load(images: ReturnType<Images['toJSON']>): void;
}

export const IMAGE_PATH = '/rooms/images/';

const palettes: Readonly<Record<string, readonly [string, string]>> = {
  default: ['#dfe7ee', '#b9c8d6'],
  grey: ['#e4e4e4', '#9b9b9b'],
  purple: ['#e6dcf5', '#8a63c4'],
  burgund: ['#f3dbe1', '#8f2f4a'],
};

const drawings: Readonly<Record<string, string>> = {
  default: '',
  mountains: '<path d="M0 500 250 220 430 420 640 160 1000 500v200H0z"/>',
  characters:
    '<circle cx="250" cy="420" r="110"/><circle cx="560" cy="470" r="150"/><circle cx="830" cy="440" r="90"/>',
  rocks: '<ellipse cx="240" cy="600" rx="260" ry="130"/><ellipse cx="720" cy="620" rx="330" ry="170"/>',
};

export const isPalette = (name: string): boolean => Object.hasOwn(palettes, name);
export const isDrawing = (name: string): boolean => Object.hasOwn(drawings, name);

/** Path of the sandbox's own drawing for a palette and a theme. */
export const drawnPath = (palette: string, theme: string): string => `${IMAGE_PATH}${palette}-${theme}.svg`;

function draw(id: string): Image | undefined {
  const [palette = '', theme = ''] = id.replace(/\.svg$/, '').split('-');
  const colours = Object.hasOwn(palettes, palette) ? palettes[palette] : undefined;
  if (!colours || !isDrawing(theme)) return undefined;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 700" preserveAspectRatio="xMidYMid slice"><rect width="1000" height="700" fill="${colours[0]}"/><g fill="${colours[1]}" fill-opacity=".5">${drawings[theme]}</g></svg>`;
  return { type: 'image/svg+xml', bytes: new TextEncoder().encode(svg) };
}

export function createImages(): Images {
  const images = new Map<string, Image>();
  return {
    add(image) {
      const id = randomUUID();
      images.set(id, image);
      return IMAGE_PATH + id;
    },
    get: (id) => images.get(id) ?? draw(id),
    clear: () => images.clear(),
    toJSON: () =>
      Object.fromEntries(
        [...images].map(([id, { type, bytes }]) => [id, { type, base64: Buffer.from(bytes).toString('base64') }]),
      ),
    load(from) {
      images.clear();
      for (const [id, { type, base64 }] of Object.entries(from))
        images.set(id, { type, bytes: Buffer.from(base64, 'base64') });
    },
  };
}
