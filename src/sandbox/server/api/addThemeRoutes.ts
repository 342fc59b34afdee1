import type { Hono } from 'hono';
import type { Meeting } from '../../core/index.js';
import { drawnPath, isDrawing, isPalette } from '../pages/createImages.js';
import { choiceOf, objectOf, readObject, textOf } from './readBody.js';
import type { ApiContext } from './ApiContext.js';
import { badRequest, notFound } from './Problem.js';

const colours = ['primary', 'secondary', 'focus'] as const;

type Theme = Meeting['theme'];
type Picture = 'logoUrl' | 'backgroundUrl' | 'knockBackgroundUrl';

const without = (theme: Theme, ...keys: (keyof Theme)[]): Theme =>
  Object.fromEntries(Object.entries(theme).filter(([key]) => !keys.includes(key as keyof Theme)));

async function tokens(request: Request, theme: Theme): Promise<Theme> {
  const body = await readObject(request);
  const given = objectOf(objectOf(body, 'tokens') ?? {}, 'colors') ?? {};
  if (choiceOf(body, 'tokensPreset', ['custom', 'default']) === 'default') return without(theme, ...colours);
  const set = colours.flatMap((name) => {
    const value = textOf(given, name);
    if (value === undefined) return [];
    if (!/^#[0-9a-f]{6}$/i.test(value)) throw badRequest(`${name} must be a colour such as #1a2b3c`);
    return [[name, value]];
  });
  return { ...theme, ...(Object.fromEntries(set) as Theme) };
}

/** Reads an upload, or the JSON that names one of the service's own pictures. */
async function picture(context: ApiContext, request: Request, theme: Theme, key: Picture): Promise<Theme> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'multipart/form-data') {
    const image = await request.formData().then(
      (form) => form.get('image'),
      () => null,
    );
    if (!(image instanceof Blob) || !image.size) throw badRequest('the multipart field "image" must hold a picture');
    const bytes = new Uint8Array(await image.arrayBuffer());
    const path = context.images.add({ type: image.type || 'image/png', bytes });
    return { ...theme, [key]: context.roomOrigin() + path };
  }
  if (type !== 'application/json') throw badRequest('the content type must be multipart/form-data or application/json');
  const body = await readObject(request);
  const palette = textOf(body, 'palette') ?? 'default';
  const drawing = textOf(body, 'theme') ?? 'default';
  if (key === 'logoUrl') {
    if (drawing !== 'default') throw badRequest('theme must be default');
    return without(theme, key);
  }
  if (!isPalette(palette) || !isDrawing(drawing)) throw badRequest('palette or theme is not one of the known ones');
  if (palette === 'default' && drawing === 'default') return without(theme, key);
  return { ...theme, [key]: context.roomOrigin() + drawnPath(palette, drawing) };
}

const pictures: Readonly<Record<string, Picture>> = {
  logo: 'logoUrl',
  'room-background': 'backgroundUrl',
  'room-knock-page-background': 'knockBackgroundUrl',
};

export function addThemeRoutes(api: Hono, context: ApiContext): void {
  const { world } = context;
  // The name's slash comes encoded, bare or not at all, so the path is read whole.
  api.put('/rooms/*', async (c) => {
    const [, name = '', part = ''] = /\/rooms\/(.+)\/theme\/([a-z-]+)$/.exec(new URL(c.req.url).pathname) ?? [];
    let roomName: string;
    try {
      roomName = decodeURIComponent(name);
    } catch {
      throw notFound();
    }
    const meeting = part && roomName ? world.findMeeting(roomName) : undefined;
    const key = Object.hasOwn(pictures, part) ? pictures[part] : undefined;
    if (!meeting || meeting.deletedAt !== null || (part !== 'tokens' && !key)) throw notFound();
    const theme = key ? await picture(context, c.req.raw, meeting.theme, key) : await tokens(c.req.raw, meeting.theme);
    world.setTheme(meeting.meetingId, theme);
    return c.body(null, 204);
  });
}
