import '@whereby.com/browser-sdk/embed';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { WherebyEmbed, events } from 'react-whereby-embed';
import type { WherebyEmbedHandle } from 'react-whereby-embed';

/** Both elements behind one face: mount, hear, command. */
type Element = HTMLElement & Record<string, unknown>;

const types = Object.values(events).map(({ type }) => type);

declare global {
  interface Window {
    received: [string, unknown][];
    show(which: 'ours' | 'official', room: string): void;
    command(name: string, ...args: unknown[]): void;
    /** The URL and the title of the frame that the element makes from an attribute, and ours from the prop of that name. */
    frame(
      which: 'ours' | 'official',
      room: string,
      name: string,
      value: string,
    ): Promise<{ readonly url: string; readonly title: string }>;
  }
}

window.received = [];

window.show = (which, room) => {
  const host = document.body.appendChild(document.createElement('div'));
  host.style.cssText = 'height: 600px; display: grid';
  const root = createRoot(host);
  if (which === 'ours') {
    let handle: WherebyEmbedHandle | null = null;
    root.render(
      <WherebyEmbed
        ref={(next) => {
          handle = next;
        }}
        room={room}
        chat
        displayName="Ada"
        style={{ height: 600 }}
        onEvent={(event) =>
          window.received.push([event.type === 'unknown' ? event.name : event.type, event.payload ?? null])
        }
      />,
    );
    window.command = (name, ...args) =>
      void (handle as unknown as Record<string, (...all: unknown[]) => Promise<void>>)[name]?.(...args);
    return;
  }
  root.render(
    createElement('whereby-embed', {
      room,
      chat: 'on',
      displayname: 'Ada',
      style: { height: 600 },
      ref: (element: Element | null) => {
        if (!element) return;
        window.command = (name, ...args) => (element[name] as (...all: unknown[]) => void)(...args);
        for (const type of types)
          element.addEventListener(type, (event) => {
            const { detail } = event as CustomEvent<unknown>;
            window.received.push([type, detail && Object.keys(detail).length ? detail : null]);
          });
      },
    }),
  );
};

window.frame = async (which, room, name, value) => {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  root.render(
    which === 'ours' ? (
      <WherebyEmbed room={room} {...{ [name]: value }} />
    ) : (
      createElement('whereby-embed', { room, [name.toLowerCase()]: value })
    ),
  );
  const iframe = await new Promise<HTMLIFrameElement>((resolve) => {
    const look = () => {
      const found = host.querySelector('iframe');
      if (found?.src) resolve(found);
      else requestAnimationFrame(look);
    };
    look();
  });
  const shown = { url: iframe.src, title: iframe.title };
  root.unmount();
  host.remove();
  return shown;
};
