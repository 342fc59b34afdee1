import type { Hono } from 'hono';
import * as v from 'valibot';
import type { Meeting } from '../../core/index.js';
import { IMAGE_PATH } from '../pages/createImages.js';
import { drawingNames, getDrawingName, paletteNames } from '../pages/drawBackground.js';
import { parseInput } from '../validation/parseInput.js';
import { anyObject, openObjectWith } from '../validation/schemas.js';
import type { ApiContext } from './ApiContext.js';
import { badRequest, notFound } from './Problem.js';
import { readBody } from './readBody.js';

type Theme = Meeting['theme'];

/** The parts of a theme that are pictures, by the last part of their path. */
const pictures = {
  logo: 'logoUrl',
  'room-background': 'backgroundUrl',
  'room-knock-page-background': 'knockBackgroundUrl',
} as const;

type Picture = (typeof pictures)[keyof typeof pictures];

const tokensBody = v.object({
  tokensPreset: v.nullish(v.picklist(['custom', 'default'])),
  tokens: v.nullish(openObjectWith({ colors: v.nullish(anyObject) })),
});

const colour = v.nullish(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #1a2b3c')));
const colours = v.object({ primary: colour, secondary: colour, focus: colour });

async function changeColours(request: Request, theme: Theme): Promise<Theme> {
  const { tokensPreset, tokens } = await readBody(request, tokensBody);
  if (tokensPreset === 'default') {
    const { primary: _primary, secondary: _secondary, focus: _focus, ...rest } = theme;
    return rest;
  }
  const { primary, secondary, focus } = parseInput(colours, tokens?.colors ?? {}, badRequest);
  return {
    ...theme,
    ...(primary ? { primary } : {}),
    ...(secondary ? { secondary } : {}),
    ...(focus ? { focus } : {}),
  };
}

/** The body that resets the logo. */
const logoBody = v.object({ palette: v.nullish(v.string()), theme: v.nullish(v.picklist(['default'])) });

/** The body that chooses one of the service's own backgrounds. */
const backgroundBody = v.object({
  palette: v.nullish(v.picklist(paletteNames), 'default'),
  theme: v.nullish(v.picklist(drawingNames), 'default'),
});

async function choosePicture(request: Request, theme: Theme, picture: Picture): Promise<Theme> {
  const { [picture]: _picture, ...rest } = theme;
  if (picture === 'logoUrl') {
    await readBody(request, logoBody);
    return rest;
  }
  const { palette, theme: drawing } = await readBody(request, backgroundBody);
  if (palette === 'default' && drawing === 'default') return rest;
  return { ...theme, [picture]: IMAGE_PATH + getDrawingName(palette, drawing) };
}

async function uploadPicture(context: ApiContext, request: Request, theme: Theme, picture: Picture): Promise<Theme> {
  const image = await request.formData().then(
    (form) => form.get('image'),
    () => null,
  );
  if (!(image instanceof Blob) || !image.size) throw badRequest('the multipart field "image" must hold a picture');
  const bytes = new Uint8Array(await image.arrayBuffer());
  const path = context.images.add({ type: image.type || 'image/png', bytes });
  return { ...theme, [picture]: path };
}

function changePicture(context: ApiContext, request: Request, theme: Theme, picture: Picture): Promise<Theme> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'multipart/form-data') return uploadPicture(context, request, theme, picture);
  if (type === 'application/json') return choosePicture(request, theme, picture);
  throw badRequest('the content type must be multipart/form-data or application/json');
}

const isPicturePart = (part: string): part is keyof typeof pictures => Object.hasOwn(pictures, part);

function decodeRoomName(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw notFound();
  }
}

export function addThemeRoutes(api: Hono, context: ApiContext): void {
  const { world } = context;
  // Clients send the slash of the room name encoded, as it is or not at all, so the whole path is matched.
  api.put('/rooms/*', async (c) => {
    const [, name = '', part = ''] = /\/rooms\/(.+)\/theme\/([a-z-]+)$/.exec(new URL(c.req.url).pathname) ?? [];
    const roomName = decodeRoomName(name);
    const meeting = part && roomName ? world.findMeeting(roomName) : undefined;
    if (!meeting || meeting.deletedAt !== null) throw notFound();
    const { theme, meetingId } = meeting;
    if (part === 'tokens') world.setTheme(meetingId, await changeColours(c.req.raw, theme));
    else if (isPicturePart(part))
      world.setTheme(meetingId, await changePicture(context, c.req.raw, theme, pictures[part]));
    else throw notFound();
    return c.body(null, 204);
  });
}
