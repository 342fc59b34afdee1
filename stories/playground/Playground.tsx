import { clsx } from 'clsx';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { WherebyEmbed, buildRoomUrl, parseRoomUrl } from 'react-whereby-embed';
import type { ParamName, RoomEvent, WherebyEmbedHandle, WherebyError } from 'react-whereby-embed';
import { Choice } from '../Choice.js';
import { presets } from '../presets/presets.js';
import type { Room } from '../rooms.js';
import { sandboxRoom } from '../sandboxRoom.js';
import { ControlPanel } from './ControlPanel.js';
import { Output } from './Output.js';
import { countSet, paramList } from './paramList.js';
import type { ParamValue } from './paramList.js';
import { printIframe } from './printIframe.js';
import { printJsx } from './printJsx.js';
import { encodeShare } from './shareCode.js';
import { Stage } from './Stage.js';
import { initialState } from './state.js';
import type { PlaygroundState } from './state.js';
import { usableParams } from './usableParams.js';
import { useLoads } from './useLoads.js';
import { useSettled } from './useSettled.js';
import { withoutKey } from './withoutKey.js';

export interface PlaygroundProps {
  /** What a share link restored. */
  readonly start?: PlaygroundState | undefined;
  /** Which room of the sandbox. */
  readonly sandboxName?: Room;
  /** The link that brings a combination back, from its code. */
  linkFor(code: string): string;
  /** Called with every new combination, as a code. */
  onShare?: ((code: string) => void) | undefined;
}

/** Stands in results for the developer's own URL. */
const placeholder = 'https://your-team.whereby.com/your-room';
/** While a text is typed the frame waits for a pause; a click it follows at once. */
const PAUSE = 150;
/** The URL is updated last: the room comes first. */
const LATER = 400;

/** A change of one of these reloads the room. */
const loading: readonly (keyof PlaygroundState)[] = ['params', 'room', 'role', 'scene'];
const typed = new Set(['text', 'url', 'list']);
const kindOf = new Map<string, string>(paramList.map(({ name, kind }) => [name, kind]));

const lineOf = (event: RoomEvent): string =>
  event.type === 'unknown'
    ? `${event.name} ${JSON.stringify(event.payload ?? null)}`
    : `${event.prop}${event.payload ? ` ${JSON.stringify(event.payload)}` : ''}`;

/** Every parameter of a room with its effect at once, and the result as address, JSX, iframe and link. */
export function Playground({ start = initialState, sandboxName = 'demo', linkFor, onShare }: PlaygroundProps) {
  const [state, setState] = useState(start);
  const [typing, setTyping] = useState(false);
  const [joined, setJoined] = useState(false);
  const [atOnce, setAtOnce] = useState(true);
  const [error, setError] = useState<WherebyError>();
  const [events, setEvents] = useState<readonly string[]>([]);
  const [allow, setAllow] = useState('');
  const embed = useRef<WherebyEmbedHandle>(null);
  const { count, took, onChange: startTiming, onReady } = useLoads();

  const { params, theme } = state;
  const room = state.room.trim();
  const sandbox = sandboxRoom(sandboxName, { role: state.role, straightIn: state.scene === 'meeting' });
  const { usable, issues } = useMemo(() => usableParams(params, room || sandbox), [params, room, sandbox]);
  const own = useMemo(() => parseRoomUrl(room), [room]);
  const address = room && own.origin ? withoutKey(room) : placeholder;
  const url = buildRoomUrl(address, usable);
  const [urls, setUrls] = useState({ now: url, before: url });
  if (urls.now !== url) setUrls({ now: url, before: urls.now });
  const hasKey = own.hasRoomKey;
  const code = encodeShare(state);

  const framed = useSettled(usable, typing ? PAUSE : 0);
  const settledRoom = useSettled(room, 2 * PAUSE);
  const framedRoom = (room && settledRoom) || sandbox;
  const serialized = framedRoom + JSON.stringify(framed);
  /** What the frame was loaded with. Another room is always loaded; during a call, parameters wait unless they are to load at once. */
  const [loaded, setLoaded] = useState({ room: framedRoom, serialized });
  const load = () => {
    setLoaded({ room: framedRoom, serialized });
    setJoined(false);
  };
  const changed = loaded.serialized !== serialized;
  if (changed && (atOnce || !joined || loaded.room !== framedRoom)) load();

  const change = useCallback(
    (next: Partial<PlaygroundState>) => {
      if (loading.some((name) => name in next)) startTiming();
      setTyping(false);
      setState((now) => ({ ...now, ...next }));
    },
    [startTiming],
  );
  const changeParam = useCallback(
    (name: ParamName, value: ParamValue) => {
      startTiming();
      setTyping(typed.has(kindOf.get(name) ?? ''));
      // Parameters that matter before joining are seen there.
      const scene = /^(precall|skipMedia)/.test(name) ? { scene: 'lobby' as const } : {};
      setState((now) => ({ ...now, ...scene, params: { ...now.params, [name]: value } }));
    },
    [startTiming],
  );

  const shared = useSettled(code, LATER);
  useEffect(() => onShare?.(shared), [shared, onShare]);
  useEffect(() => {
    const now = embed.current?.iframe?.allow;
    if (now !== undefined) setAllow(now);
  }, [loaded]);

  const general = issues.filter(({ param }) => !paramList.some(({ name }) => name === param));
  return (
    <div className="ui playground" data-theme={theme === 'system' ? undefined : theme}>
      <header className="head">
        <h1>Playground</h1>
        <p className="head-count" role="status">
          {countSet(params) === 1 ? '1 parameter set' : `${countSet(params) || 'No'} parameters set`}
        </p>
        <Choice
          label="Start from"
          value=""
          options={[
            { value: '', label: 'a preset…' },
            ...presets.map(({ name, title }) => ({ value: name, label: title })),
          ]}
          onChange={(name) => change({ params: presets.find((preset) => preset.name === name)?.params ?? {} })}
        />
        <button
          type="button"
          className="button"
          disabled={countSet(params) === 0}
          onClick={() => change({ params: {} })}
        >
          Unset all
        </button>
      </header>

      <section className="pane pane-controls" aria-label="Parameters">
        <label className="own-room">
          <span>Your own room</span>
          <input
            className="field"
            type="url"
            value={state.room}
            placeholder="Sandbox room"
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => change({ room: event.target.value })}
          />
        </label>
        {error && (
          <p className="note note-error" role="alert">
            {error.message}
          </p>
        )}
        {general.length > 0 && (
          <ul className="param-issues">
            {general.map(({ code: issue, severity, message }) => (
              <li key={issue + message} className={clsx('note', `note-${severity}`)}>
                {message}
              </li>
            ))}
          </ul>
        )}
        <ControlPanel params={params} {...(room && { inAddress: own.params })} issues={issues} onChange={changeParam} />
      </section>

      <section className="pane pane-stage" aria-label="Preview">
        <Stage state={state} onChange={change}>
          <WherebyEmbed
            // A frame of its own for each load: a changed URL would be a step in the browser's history.
            key={loaded.serialized}
            ref={embed}
            room={framedRoom}
            allowedHosts={[location.host]}
            {...framed}
            className="stage-embed"
            loading={<p className="stage-cover">Loading the room…</p>}
            fallback={({ code: failure }) => <p className="stage-cover">No room to show: {failure}</p>}
            onReady={() => {
              onReady();
              setError(undefined);
            }}
            onJoin={() => setJoined(true)}
            onExit={() => setJoined(false)}
            onError={setError}
            onEvent={(event) => setEvents((list) => [lineOf(event), ...list].slice(0, 100))}
          />
        </Stage>
        <div className="meter">
          <p role="status">
            {count === 0
              ? 'Loading…'
              : `${count === 1 ? 'Loaded once' : `Loaded ${count} times`}, the last in ${took} ms`}
          </p>
          {joined && (
            <label className="meter-check">
              <input type="checkbox" checked={atOnce} onChange={(event) => setAtOnce(event.target.checked)} />
              Load at once, also during the call
            </label>
          )}
          {changed && joined && !atOnce && (
            <span className="meter-waiting">
              The call goes on, as it would in your app; the change waits.
              <button
                type="button"
                className="button"
                onClick={() => {
                  startTiming();
                  load();
                }}
              >
                Load now
              </button>
            </span>
          )}
        </div>
      </section>

      <section className="pane pane-output" aria-label="Result">
        <Output
          url={url}
          urlBefore={urls.before}
          jsx={printJsx(usable, room && !hasKey ? `"${address}"` : '{roomUrl}')}
          iframe={printIframe(url, allow)}
          shareLink={linkFor(code)}
          events={events}
          note={
            hasKey && (
              <p className="note note-warning">
                Your address carries a roomKey. It is framed, and left out of everything here that can be copied: your
                backend gives each person the URL for their role.
              </p>
            )
          }
        />
      </section>
    </div>
  );
}
