import { Activity, StrictMode } from 'react';
import { createPortal } from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { WherebyEmbed } from 'react-whereby-embed';
import type { WherebyEmbedHandle, WherebyEmbedProps } from 'react-whereby-embed';

declare global {
  interface Window {
    /** Codes of the reported errors and names of the received events, in order. */
    log: string[];
    handle: WherebyEmbedHandle | null;
    mount(props: WherebyEmbedProps): void;
    /** Renders the embed in an `<Activity>` that is hidden, until `showHidden` is called. */
    mountHidden(props: WherebyEmbedProps): void;
    showHidden(): void;
    hideAgain(): void;
    /** Renders the embed into another window of the app. */
    mountInPopup(props: WherebyEmbedProps): void;
    /** Renders the embed again with other props. */
    change(props: Partial<WherebyEmbedProps>): void;
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
    onExit={({ reason }) => window.log.push(`exit ${reason}`)}
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
  const root = createRoot(host);
  root.render(<StrictMode>{page(props)}</StrictMode>);
  window.change = (more) => root.render(<StrictMode>{page({ ...props, ...more })}</StrictMode>);
};

window.mountHidden = (props) => {
  const host = document.body.appendChild(document.createElement('div'));
  host.style.height = '300px';
  const root = createRoot(host);
  root.render(<Activity mode="hidden">{page(props)}</Activity>);
  window.showHidden = () => root.render(<Activity mode="visible">{page(props)}</Activity>);
  window.hideAgain = () => root.render(<Activity mode="hidden">{page(props)}</Activity>);
};

window.mountInPopup = (props) => {
  const popup = open('', '', 'popup')!;
  createRoot(document.createElement('div')).render(createPortal(page(props), popup.document.body));
};

/** A page that the server rendered carries its props. */
const rendered = document.querySelector<HTMLElement>('[data-props]');
if (rendered) {
  const props = JSON.parse(rendered.dataset['props']!) as WherebyEmbedProps;
  const root = hydrateRoot(rendered, page(props));
  window.change = (more) => root.render(page({ ...props, ...more }));
}
