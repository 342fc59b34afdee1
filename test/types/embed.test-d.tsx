/** Types of the built package, as an app sees them. Compiled by `npm run check:package`. */
import { createRef } from 'react';
import { WherebyEmbed, buildRoomUrl, createMeetingStore, parseRoomUrl } from 'react-whereby-embed';
import type { MeetingState, RoomEvent, WherebyEmbedHandle, WherebyEmbedProps } from 'react-whereby-embed';

const room = 'https://acme.whereby.com/demo';
const ref = createRef<WherebyEmbedHandle>();

export const right = [
  <WherebyEmbed key="a" room={room} />,
  <WherebyEmbed key="b" room={room} chat minimal={false} lang="de" groups={['a', 'b']} displayName={undefined} />,
  <WherebyEmbed
    key="c"
    room={room}
    chat="off"
    className="x"
    style={{ height: 1 }}
    id="y"
    data-testid="z"
    aria-label="l"
  />,
  <WherebyEmbed key="d" room={room} onJoin={() => undefined} onLeave={({ removed }) => removed satisfies boolean} />,
  <WherebyEmbed
    key="e"
    room={room}
    ref={ref}
    onExit={({ reason }) => reason satisfies 'left' | 'removed' | 'ended' | 'reloaded'}
  />,
];

export const wrong = [
  // @ts-expect-error A room is required.
  <WherebyEmbed key="a" />,
  // @ts-expect-error A toggle does not take any word.
  <WherebyEmbed key="b" room={room} chat="banana" />,
  // @ts-expect-error A flag is a boolean.
  <WherebyEmbed key="c" room={room} minimal="on" />,
  // @ts-expect-error Rooms call Japanese jp.
  <WherebyEmbed key="d" room={room} lang="ja" />,
  // @ts-expect-error A list is an array.
  <WherebyEmbed key="e" room={room} groups="a,b" />,
  // @ts-expect-error A parameter nobody knows goes into extraParams.
  <WherebyEmbed key="f" room={room} chatt />,
];

export function onEvent(event: RoomEvent): unknown {
  if (event.type === 'camera_toggle') return event.payload.enabled satisfies boolean;
  if (event.type === 'participantupdate') return event.payload.count satisfies number;
  if (event.type === 'recording_status_change')
    return event.payload.status satisfies 'starting' | 'started' | 'stopped';
  if (event.type === 'unknown') return event.name satisfies string;
  return event.prop satisfies keyof WherebyEmbedProps;
}

export async function commands(handle: WherebyEmbedHandle): Promise<void> {
  await handle.toggleCamera(true);
  await handle.openSettings('effects');
  handle.iframe satisfies HTMLIFrameElement | null;
  handle.getState() satisfies MeetingState;
  handle.getState().camera satisfies boolean | undefined;
  handle.subscribe(() => undefined) satisfies () => void;
  createMeetingStore(handle).getState() satisfies MeetingState;
  // @ts-expect-error What is known of a meeting is changed by its room alone.
  handle.getState().phase = 'joined';
  // @ts-expect-error Settings have no such pane.
  await handle.openSettings('banana');
  // @ts-expect-error It takes nothing.
  await handle.leaveRoom(true);
}

buildRoomUrl(room, { chat: true }) satisfies string;
parseRoomUrl(room).params.chat satisfies boolean | undefined;
