import { Activity, useState } from 'react';
import type { CSSProperties } from 'react';
import { createPortal } from 'react-dom';
import { MeetingOutlet, MeetingProvider, useMeeting, useMeetingControl } from 'react-whereby-embed';
import type { MeetingProviderProps } from 'react-whereby-embed';

export interface Surroundings {
  readonly room?: string | { readonly status: 'loading' | 'error'; readonly canRetry?: boolean };
  /** Whether the participant is asked before the room is loaded. */
  readonly hasConsent?: boolean;
  /** Whether a text is shown until the room is ready. */
  readonly hasLoading?: boolean;
  readonly persist?: boolean;
  readonly away?: MeetingProviderProps['away'];
  /** Whether the page shows the meeting. */
  readonly hasOutlet?: boolean;
  readonly paneStyle?: CSSProperties;
  readonly isPaneInert?: boolean;
  /** Whether an `<Activity>` hides the pane. */
  readonly isPaneHidden?: boolean;
  /** Style of an element in front of the pane. */
  readonly coverStyle?: CSSProperties | undefined;
  /** Whether the page shows the meeting in a frame of the same origin, as in a window it opened. */
  readonly isInOtherWindow?: boolean;
  /** Which of its dialogs the page renders, opened as modal ones. */
  readonly dialogs?: readonly string[];
}

function Phase() {
  return <output>{useMeeting(({ phase }) => phase)}</output>;
}

function Knock() {
  return <button {...useMeetingControl('knock').props}>Knock</button>;
}

function Leave() {
  return <button {...useMeetingControl('leave').props}>Leave</button>;
}

/** A window of the page's own, with the meeting in it. */
function OtherWindow() {
  const [body, setBody] = useState<HTMLElement | null>(null);
  return (
    <>
      <iframe title="other window" ref={(frame) => setBody(frame?.contentDocument?.body ?? null)} />
      {body && createPortal(<MeetingOutlet />, body)}
    </>
  );
}

/** A page with a meeting in a pane, and whatever else a page may have around it. */
export function SurroundedMeeting({
  room = 'https://acme.whereby.com/surrounded',
  persist = true,
  away,
  hasOutlet = true,
  paneStyle,
  isPaneInert,
  isPaneHidden,
  coverStyle,
  dialogs = [],
  hasConsent,
  hasLoading,
  isInOtherWindow,
}: Surroundings) {
  const source = typeof room === 'object' ? { ...room, retry: room.canRetry ? () => undefined : undefined } : room;
  return (
    <MeetingProvider
      room={source}
      persist={persist}
      away={away}
      loading={hasLoading ? <p>One moment</p> : undefined}
      consent={hasConsent ? ({ accept }) => <button onClick={accept}>I agree</button> : undefined}
    >
      <button id="before">Before</button>
      <Phase />
      <Knock />
      <Leave />
      {isInOtherWindow && <OtherWindow />}
      <div id="pane" className="pane" style={paneStyle} inert={isPaneInert}>
        <Activity mode={isPaneHidden ? 'hidden' : 'visible'}>{hasOutlet && <MeetingOutlet />}</Activity>
      </div>
      {coverStyle && (
        <button id="cover" style={coverStyle}>
          Cover
        </button>
      )}
      {dialogs.map((name) => (
        <dialog key={name} id={name} ref={(dialog) => (dialog?.open === false ? dialog.showModal() : undefined)}>
          <button id={`${name}-close`} onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
            Close
          </button>
        </dialog>
      ))}
      <button id="after">After</button>
    </MeetingProvider>
  );
}
