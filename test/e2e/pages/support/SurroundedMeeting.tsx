import type { CSSProperties } from 'react';
import { MeetingOutlet, MeetingProvider, useMeeting, useMeetingControl } from 'react-whereby-embed';
import type { MeetingProviderProps } from 'react-whereby-embed';

export interface Surroundings {
  readonly room?: string | { readonly status: 'loading' | 'error' };
  readonly persist?: boolean;
  readonly away?: MeetingProviderProps['away'];
  /** Whether the page shows the meeting. */
  readonly hasOutlet?: boolean;
  readonly paneStyle?: CSSProperties;
  readonly isPaneInert?: boolean;
  /** Style of an element in front of the pane. */
  readonly coverStyle?: CSSProperties | undefined;
  /** Which of its dialogs the page renders, opened as modal ones. */
  readonly dialogs?: readonly string[];
}

function Phase() {
  return <output>{useMeeting(({ phase }) => phase)}</output>;
}

function Knock() {
  return <button {...useMeetingControl('knock').props}>Knock</button>;
}

/** A page with a meeting in a pane, and whatever else a page may have around it. */
export function SurroundedMeeting({
  room = 'https://acme.whereby.com/surrounded',
  persist = true,
  away,
  hasOutlet = true,
  paneStyle,
  isPaneInert,
  coverStyle,
  dialogs = [],
}: Surroundings) {
  return (
    <MeetingProvider room={room} persist={persist} away={away}>
      <button id="before">Before</button>
      <Phase />
      <Knock />
      <div id="pane" className="pane" style={paneStyle} inert={isPaneInert}>
        {hasOutlet && <MeetingOutlet />}
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
