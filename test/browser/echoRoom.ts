import { expect } from 'vitest';

export const origin = 'https://acme.whereby.com';

let count = 0;

/** The address of a fresh echo room, so that its requests can be counted. */
export const freshRoom = (query = ''): string => `${origin}/echo/${Date.now().toString(36)}-${(count += 1)}${query}`;

/** How often the document of a room was requested. */
export const requestsOf = async (room: string): Promise<number> =>
  Number(await (await fetch(`${origin}/__requests?of=${new URL(room).pathname}`)).text());

export const frameOf = (container: ParentNode = document): HTMLIFrameElement => {
  const frame = container.querySelector('iframe');
  if (!frame) throw new Error('there is no frame');
  return frame;
};

/** Has a room post a message to its page. */
export const tell = (message: unknown, frame = frameOf()): void =>
  frame.contentWindow?.postMessage({ test: message }, '*');

/** Has a room post a message and waits until it has come by. */
export async function tellAndWait(message: unknown, frame = frameOf()): Promise<void> {
  const mark = `mark-${(count += 1)}`;
  const passed = new Promise<void>((resolve) => {
    const listen = ({ data }: MessageEvent) => {
      if ((data as { type?: unknown } | null)?.type !== mark) return;
      removeEventListener('message', listen);
      resolve();
    };
    addEventListener('message', listen);
  });
  tell(message, frame);
  tell({ type: mark }, frame);
  await passed;
}

/** Waits until a condition holds. */
export const until = (check: () => unknown): Promise<unknown> => expect.poll(check).toBeTruthy();
