import { useEffect, useMemo, useRef, useState } from 'react';
import { WherebyEmbed, buildRoomUrl, parseRoomUrl } from 'react-whereby-embed';
import type { ParamName, RoomEvent, RoomParams, WherebyEmbedHandle, WherebyError } from 'react-whereby-embed';
import { Choice } from '../Choice.js';
import { presets } from '../presets/presets.js';
import type { Room } from '../rooms.js';
import { sandboxRoom } from '../sandboxRoom.js';
import { ControlPanel } from './ControlPanel.js';
import { Output } from './Output.js';
import { countSet, paramList } from './paramList.js';
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
  /** What a share link brought back. */
  readonly start?: PlaygroundState | undefined;
  /** Which room of the sandbox. */
  readonly sandboxName?: Room;
  /** The link that brings a combination back, from its code. */
  linkFor(code: string): string;
  /** Told of every new combination, as a code. */
  onShare?: ((code: string) => void) | undefined;
}

/** Stands in results for the address the developer has. */
const placeholder = 'https://your-team.whereby.com/your-room';
/** While a text is typed the frame waits for a pause; a click it follows at once. */
const PAUSE = 150;

const lineOf = (event: RoomEvent): string =>
  event.type === 'unknown'
    ? `${event.name} ${JSON.stringify(event.payload ?? null)}`
    : `${event.prop}${event.payload ? ` ${JSON.stringify(event.payload)}` : ''}`;

/** Every parameter of a room with its effect at once, and the result as address, JSX, iframe and link. */
export function Playground({ start = initialState, sandboxName = 'demo', linkFor, onShare }: PlaygroundProps) {
  const [state, setState] = useState(start);
  const [urlBefore, setUrlBefore] = useState<string>();
  const [typing, setTyping] = useState(false);
  const [joined, setJoined] = useState(false);
  const [atOnce, setAtOnce] = useState(true);
  const [error, setError] = useState<WherebyError>();
  const [events, setEvents] = useState<readonly string[]>([]);
  const [allow, setAllow] = useState('');
  const embed = useRef<WherebyEmbedHandle>(null);

  const { params, theme } = state;
  const room = state.room.trim();
  const sandbox = sandboxRoom(sandboxName, { role: state.role, straightIn: state.scene === 'meeting' });
  const { usable, issues } = useMemo(() => usableParams(params, room || sandbox), [params, room, sandbox]);
  const address = room && parseRoomUrl(room).origin ? withoutKey(room) : placeholder;
  const url = buildRoomUrl(address, usable);
  const hasKey = parseRoomUrl(room).hasRoomKey;
  const code = encodeShare(state);

  const framed = useSettled(usable, typing ? PAUSE : 0);
  const framedRoom = useSettled(room, 2 * PAUSE) || sandbox;
  const said = framedRoom + JSON.stringify(framed);
  const loads = useLoads(said);
  const [loaded, setLoaded] = useState(said);
  const waiting = joined && loaded !== said;

  const change = (next: Partial<PlaygroundState>, name?: ParamName) => {
    const kind = paramList.find((entry) => entry.name === name)?.kind;
    setTyping(kind === 'text' || kind === 'url' || kind === 'list');
    if (next.params || next.room !== undefined) setUrlBefore(url);
    // What matters before joining is looked at there.
    const scene = name && /^(precall|skipMedia)/.test(name) ? { scene: 'lobby' as const } : {};
    setState((now) => ({ ...now, ...scene, ...next }));
  };
  const load = () => {
    setJoined(false);
    loads.onReload();
    embed.current?.reload();
  };

  useEffect(() => onShare?.(code), [code, onShare]);
  useEffect(() => {
    if (!waiting || !atOnce) return;
    const timer = setTimeout(load);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `load` is new on every render and says the same
  }, [waiting, atOnce, said]);
  useEffect(() => {
    const now = embed.current?.iframe?.allow;
    if (now !== undefined) setAllow(now);
  }, [said]);

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
              <li key={issue + message} className={`note note-${severity}`}>
                {message}
              </li>
            ))}
          </ul>
        )}
        <ControlPanel
          params={params}
          {...(room && { inAddress: parseRoomUrl(room).params })}
          issues={issues}
          onChange={(next: RoomParams, name) => change({ params: next }, name)}
        />
      </section>

      <section className="pane pane-stage" aria-label="Preview">
        <Stage state={state} onChange={change}>
          <WherebyEmbed
            // Another scene is another part after the "#", for which no browser loads a page anew.
            key={framedRoom}
            ref={embed}
            room={framedRoom}
            allowedHosts={[location.host]}
            {...framed}
            className="stage-embed"
            loading={<p className="stage-cover">Loading the room…</p>}
            fallback={({ code: failure }) => <p className="stage-cover">No room to show: {failure}</p>}
            onReady={() => {
              loads.onReady();
              setLoaded(said);
              setError(undefined);
            }}
            onJoin={() => setJoined(true)}
            onExit={() => setJoined(false)}
            onError={setError}
            onEvent={(event) => setEvents((list) => [lineOf(event), ...list].slice(0, 100))}
          />
        </Stage>
        <div className="meter">
          <p role="status" data-loads={loads.count} data-took={loads.took}>
            {loads.count === 0
              ? 'Loading…'
              : `${loads.count === 1 ? 'Loaded once' : `Loaded ${loads.count} times`}, the last in ${loads.took} ms`}
          </p>
          {joined && (
            <label className="meter-check">
              <input type="checkbox" checked={atOnce} onChange={(event) => setAtOnce(event.target.checked)} />
              Load at once, also during the call
            </label>
          )}
          {waiting && !atOnce && (
            <span className="meter-waiting">
              The call goes on, as it would in your app; the change waits.
              <button type="button" className="button" onClick={load}>
                Load now
              </button>
            </span>
          )}
        </div>
      </section>

      <section className="pane pane-output" aria-label="Result">
        <Output
          url={url}
          urlBefore={urlBefore ?? url}
          jsx={printJsx(usable, room && !hasKey ? `"${address}"` : '{roomUrl}')}
          iframe={printIframe(url, allow)}
          shareLink={linkFor(code)}
          events={events}
          note={
            hasKey && (
              <p className="note note-warning">
                Your address carries a roomKey. It is framed, and left out of everything here that can be copied: your
                backend gives each person the address for their role.
              </p>
            )
          }
        />
      </section>
    </div>
  );
}
