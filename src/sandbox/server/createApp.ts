import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono/tiny';
import { checkAccessLink } from './api/accessLinks.js';
import type { ApiContext } from './api/ApiContext.js';
import type { createFaults } from './createFaults.js';
import type { createRequestLog } from './createRequestLog.js';
import { IMAGE_PATH } from './pages/createImages.js';
import type { Images } from './pages/createImages.js';
import { PAGE_PATH } from './pages/createRoomPage.js';
import type { RoomPage } from './pages/createRoomPage.js';

interface AppParts {
  readonly api: Hono;
  readonly control: Hono;
  readonly faults: ReturnType<typeof createFaults>;
  readonly requests: ReturnType<typeof createRequestLog>;
  readonly images: Images;
  readonly page: RoomPage;
  readonly frameAncestors: readonly string[] | undefined;
  readonly context: ApiContext;
}

// Uploads are shown as pictures and never run as pages.
const imageHeaders = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
};

/** Everything that the sandbox serves over HTTP. The rooms' socket is not part of it. */
export function createApp({ api, control, faults, requests, images, page, frameAncestors, context }: AppParts) {
  const app = new Hono<{ Bindings: Partial<HttpBindings> }>();
  app.use('/v1/*', requests.handler);
  app.use(faults.handler);
  app.route('/v1', api);
  app.get(`${IMAGE_PATH}:id`, (c) => {
    const image = images.get(c.req.param('id'));
    return image
      ? c.body(new Uint8Array(image.bytes), 200, { ...imageHeaders, 'content-type': image.type })
      : c.notFound();
  });
  app.get('/rooms/files/:kind/:id', (c) => {
    const { kind, id } = c.req.param();
    const status = checkAccessLink(context, kind, id, new URL(c.req.url).searchParams);
    return status === 200
      ? c.text(`This is a sandbox stand-in for ${kind} ${id}.\n`)
      : c.text('The link is not valid.\n', status);
  });
  if (page.files) app.get(`${PAGE_PATH}:file{.+}`, page.files);
  app.get(`${PAGE_PATH}*`, (c) => c.notFound());
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('/:roomName{[^/_][^/]*/?}', async (c) =>
    c.html(await page.html(), 200, {
      'cache-control': 'no-store',
      ...(frameAncestors ? { 'content-security-policy': `frame-ancestors ${frameAncestors.join(' ')}` } : {}),
    }),
  );
  app.route('/', control);
  return app;
}
