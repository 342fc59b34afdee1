import { useState } from 'react';
import { MeetingProblem, WherebyEmbed } from 'react-whereby-embed';
import type { RoomEvent, RoomParams, WherebyEmbedHandle } from 'react-whereby-embed';
import type { ReactNode, Ref } from 'react';

export interface FramedRoomProps {
  readonly room: string;
  readonly params: RoomParams;
  /** The room has loaded. */
  readonly onReady: () => void;
  /** A load begins that was not begun by a change. */
  readonly onStartLoading: () => void;
  readonly onEvent: (event: RoomEvent) => void;
  /** How often it has loaded, and how long the last time took. */
  readonly loads: { readonly count: number; readonly took: number | undefined };
  readonly handle: Ref<WherebyEmbedHandle>;
  readonly children: (frame: ReactNode, meter: ReactNode) => ReactNode;
}

/**
 * The room as an app frames it. Every change of a parameter loads it again; in a call only if that is wanted, as an app
 * would not interrupt a call. Another room is always loaded.
 */
export function FramedRoom({
  room,
  params,
  loads,
  handle,
  children,
  onReady,
  onStartLoading,
  onEvent,
}: FramedRoomProps) {
  const [joined, setJoined] = useState(false);
  const [isAtOnce, setAtOnce] = useState(true);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const serialized = room + JSON.stringify(params);
  const [loaded, setLoaded] = useState({ room, serialized });
  const load = () => {
    setLoaded({ room, serialized });
    setJoined(false);
    setFailed(false);
  };
  const changed = loaded.serialized !== serialized;
  if (changed && (isAtOnce || !joined || loaded.room !== room)) load();

  const frame = (
    <WherebyEmbed
      // A frame of its own for each load: a changed URL would be a step in the browser's history.
      key={loaded.serialized + attempt}
      ref={handle}
      room={room}
      allowedHosts={[location.host]}
      {...params}
      className="stage-embed"
      loading={<p className="stage-cover">Loading the room…</p>}
      fallback={(error) => (
        <div className="stage-cover">
          <MeetingProblem error={error} room={room} onRetry={() => setAttempt((now) => now + 1)} />
        </div>
      )}
      onReady={onReady}
      onJoin={() => setJoined(true)}
      onExit={() => setJoined(false)}
      onError={({ code }) => code !== 'PARAMS_INVALID' && setFailed(true)}
      onEvent={onEvent}
    />
  );
  const meter = (
    <div className="meter">
      <p role="status">{hasFailed ? 'No room to show' : describeLoads(loads)}</p>
      {joined && (
        <label className="meter-check">
          <input type="checkbox" checked={isAtOnce} onChange={(event) => setAtOnce(event.target.checked)} />
          Reload while in a call
        </label>
      )}
      {changed && joined && !isAtOnce && (
        <span className="meter-waiting">
          The call goes on, as it would in your app; the change waits.
          <button
            type="button"
            className="button"
            onClick={() => {
              onStartLoading();
              load();
            }}
          >
            Load now
          </button>
        </span>
      )}
    </div>
  );
  return <>{children(frame, meter)}</>;
}

const describeLoads = ({ count, took }: FramedRoomProps['loads']): string => {
  if (count === 0) return 'Loading…';
  return count === 1 ? `Loaded in ${took} ms` : `Loaded in ${took} ms · load ${count}`;
};
