import type { Ids } from '../../core/index.js';
import { drawBackground } from './drawBackground.js';

export interface Image {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The pictures of rooms: those that were uploaded, and the sandbox's own drawings. */
export interface Images {
  /** Returns the path at which it is served. */
  add(image: Image): string;
  get(id: string): Image | undefined;
  clear(): void;
  toJSON(): Readonly<Record<string, { readonly type: string; readonly base64: string }>>;
  load(images: ReturnType<Images['toJSON']>): void;
}

export const IMAGE_PATH = '/rooms/images/';

const drawImage = (id: string): Image | undefined => {
  const svg = drawBackground(id);
  return svg === undefined ? undefined : { type: 'image/svg+xml', bytes: new TextEncoder().encode(svg) };
};

export function createImages(ids: Pick<Ids, 'uuid'>): Images {
  const uploads = new Map<string, Image>();
  return {
    add(image) {
      const id = ids.uuid();
      uploads.set(id, image);
      return IMAGE_PATH + id;
    },
    get: (id) => uploads.get(id) ?? drawImage(id),
    clear: () => uploads.clear(),
    toJSON: () =>
      Object.fromEntries(
        [...uploads].map(([id, { type, bytes }]) => [id, { type, base64: Buffer.from(bytes).toString('base64') }]),
      ),
    load(images) {
      uploads.clear();
      for (const [id, { type, base64 }] of Object.entries(images))
        uploads.set(id, { type, bytes: Buffer.from(base64, 'base64') });
    },
  };
}
