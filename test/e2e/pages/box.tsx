import { createRoot } from 'react-dom/client';
import { MeetingOutlet, MeetingProvider, WherebyEmbed } from 'react-whereby-embed';

/** What shows the frame: without `moveBefore`, the frame of a persistent call is laid over the box. */
export type BoxKind = 'WherebyEmbed' | 'persistent MeetingOutlet' | 'persistent MeetingOutlet without moveBefore';

declare global {
  interface Window {
    /** Renders a meeting in a parent of a style, in place of the last one. Resolves once the room is ready. */
    mountBox(kind: BoxKind, parentStyle: string, props: { style?: object; className?: string }): Promise<void>;
  }
}

let removeLast = () => {};

const room = 'https://acme.whereby.com/box';

window.mountBox = (kind, parentStyle, props) => {
  if (kind.includes('without')) Reflect.deleteProperty(Element.prototype, 'moveBefore');
  removeLast();
  const parent = document.body.appendChild(document.createElement('div'));
  parent.style.cssText = parentStyle;
  const host = parentStyle.includes('--inner') ? parent.appendChild(document.createElement('div')) : parent;
  if (host !== parent) host.style.height = 'var(--inner)';
  const root = createRoot(host);
  removeLast = () => {
    root.unmount();
    parent.remove();
  };
  return new Promise((resolve) => {
    const onReady = () => resolve();
    root.render(
      kind === 'WherebyEmbed' ? (
        <WherebyEmbed room={room} data-box {...props} onReady={onReady} />
      ) : (
        <MeetingProvider persist room={room} onReady={onReady}>
          <MeetingOutlet data-box {...props} />
        </MeetingProvider>
      ),
    );
  });
};
