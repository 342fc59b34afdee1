import { createRoot } from 'react-dom/client';
import { WherebyEmbed } from 'react-whereby-embed';

declare global {
  interface Window {
    /** Renders an embed in a parent of a style, and resolves with its frame once the room is ready. */
    mountBox(parentStyle: string, props: { style?: object; className?: string }): Promise<HTMLIFrameElement>;
  }
}

window.mountBox = (parentStyle, props) => {
  const parent = document.body.appendChild(document.createElement('div'));
  parent.style.cssText = parentStyle;
  const host = parentStyle.includes('--inner') ? parent.appendChild(document.createElement('div')) : parent;
  if (host !== parent) host.style.height = 'var(--inner)';
  return new Promise((resolve) => {
    createRoot(host).render(
      <WherebyEmbed
        room="https://acme.whereby.com/box"
        {...props}
        onReady={() => resolve(host.querySelector('iframe')!)}
      />,
    );
  });
};
