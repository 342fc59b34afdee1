import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { WherebyEmbed } from 'react-whereby-embed';
import type { WherebyEmbedHandle, WherebyEmbedProps } from 'react-whereby-embed';

declare global {
  interface Window {
    /** Codes of the reported errors and names of the received events, in order. */
    log: string[];
    handle: WherebyEmbedHandle | null;
    mount(props: WherebyEmbedProps): void;
  }
}

window.log = [];

const page = (props: WherebyEmbedProps) => (
  <WherebyEmbed
    {...props}
    ref={(handle) => {
      window.handle = handle;
    }}
    onError={({ code }) => window.log.push(code)}
    onEvent={(event) => window.log.push(event.type === 'unknown' ? event.name : event.type)}
    loading={<p>loading</p>}
    fallback={({ code, message }) => (
      <p>
        fallback {code} {message}
      </p>
    )}
  />
);

window.mount = (props) => {
  const host = document.body.appendChild(document.createElement('div'));
  host.style.height = '300px';
  createRoot(host).render(<StrictMode>{page(props)}</StrictMode>);
};

/** A page that the server rendered carries its props. */
const rendered = document.querySelector<HTMLElement>('[data-props]');
if (rendered) hydrateRoot(rendered, page(JSON.parse(rendered.dataset['props']!) as WherebyEmbedProps));
