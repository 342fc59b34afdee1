import { createRoot } from 'react-dom/client';
import { MeetingOutlet, MeetingProvider, useMeeting } from 'react-whereby-embed';
import type { MeetingState } from 'react-whereby-embed';

declare global {
  interface Window {
    meetingBench: {
      /** Sends this many messages as the room does and answers with the renders of each kind of component. */
      flood(count: number): Promise<{ renders: Record<string, number>; ms: number }>;
      /** Moves the outlet in every painted frame and counts what the overlay reads and writes in it. */
      move(frames: number): Promise<{ reads: number; writes: number; frames: number; requests: number }>;
    };
  }
}

const overlay = location.search === '?noMove';
if (overlay) Reflect.deleteProperty(Element.prototype, 'moveBefore');

const renders: Record<string, number> = {};
const selectors: Record<string, (state: MeetingState) => unknown> = {
  count: (state) => state.participantCount,
  camera: (state) => state.camera,
  phase: (state) => state.phase,
  pair: ({ microphone, chat }) => ({ microphone, chat }),
};
function Listener({ name }: { name: string }) {
  const value = useMeeting(selectors[name]!);
  // eslint-disable-next-line react-hooks/immutability -- counting renders is what this is for
  renders[name] = (renders[name] ?? 0) + 1;
  return <i>{JSON.stringify(value)}</i>;
}

createRoot(document.getElementById('root')!).render(
  <MeetingProvider persist room="https://acme.whereby.com/demo">
    <div id="box" style={{ height: 300, position: 'relative' }}>
      <MeetingOutlet />
    </div>
    {Array.from({ length: 100 }, (_none, index) => (
      <Listener key={index} name={Object.keys(selectors)[index % 4]!} />
    ))}
  </MeetingProvider>,
);

const painted = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

window.meetingBench = {
  async flood(count) {
    const source = document.querySelector('iframe')!.contentWindow;
    const origin = 'https://acme.whereby.com';
    for (const name of Object.keys(renders)) renders[name] = 0;
    const start = performance.now();
    for (let index = 0; index < count; index++)
      dispatchEvent(
        new MessageEvent('message', {
          source,
          origin,
          data:
            index % 2
              ? { type: 'participantupdate', payload: { count: index } }
              : { type: 'camera_toggle', payload: { enabled: index % 4 === 0 } },
        }),
      );
    await painted();
    await painted();
    return { renders: { ...renders }, ms: performance.now() - start };
  },
  async move(frames) {
    const box = document.getElementById('box')!;
    const stage = document.querySelector<HTMLElement>('[data-whereby-meeting]')!;
    let reads = 0;
    let writes = 0;
    const { getBoundingClientRect } = Element.prototype;
    Element.prototype.getBoundingClientRect = function () {
      reads++;
      return getBoundingClientRect.call(this);
    };
    new MutationObserver((records) => (writes += records.length)).observe(stage, { attributeFilter: ['style'] });
    const before = performance.getEntriesByType('resource').length;
    for (let frame = 0; frame < frames; frame++) {
      box.style.left = `${frame % 200}px`;
      await painted();
    }
    Element.prototype.getBoundingClientRect = getBoundingClientRect;
    return { reads, writes, frames, requests: performance.getEntriesByType('resource').length - before };
  },
};
