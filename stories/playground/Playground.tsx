import { clsx } from 'clsx';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import { buildRoomUrl, parseRoomUrl } from 'react-whereby-embed';
import type { ParamName, RoomEvent, WherebyEmbedHandle } from 'react-whereby-embed';
import { CopyButton } from '../CopyButton.js';
import { presets } from '../presets/presets.js';
import type { Room } from '../rooms.js';
import { sandboxRoom } from '../sandboxRoom.js';
import { AddressField } from './AddressField.js';
import { buildCommands } from './buildCommands.js';
import { CommandPalette } from './CommandPalette.js';
import { ControlPanel } from './ControlPanel.js';
import type { WantedParam } from './ControlPanel.js';
import { Divider, useRemembered } from './Divider.js';
import { FramedRoom } from './FramedRoom.js';
import { HistoryMenu } from './HistoryMenu.js';
import { Output } from './Output.js';
import type { LoggedEvent } from './Output.js';
import { countSet, describeValue, paramList } from './paramList.js';
import type { ParamValue } from './paramList.js';
import { PictureMenu } from './PictureMenu.js';
import { PresetMenu } from './PresetMenu.js';
import { printIframe } from './printIframe.js';
import { printJsx } from './printJsx.js';
import { printMarkdown } from './printMarkdown.js';
import { readKey } from './readKey.js';
import { writeShare } from './shareQuery.js';
import { Stage } from './Stage.js';
import { initialState, usualHappening, viewports } from './state.js';
import type { PlaygroundState } from './state.js';
import { stepViewport } from './stepViewport.js';
import { usableParams } from './usableParams.js';
import { useLoads } from './useLoads.js';
import { useSavedPresets } from './useSavedPresets.js';
import { useSettled } from './useSettled.js';
import { useSizeKeys } from './useSizeKeys.js';
import { useSteps } from './useSteps.js';
import { useUndoKeys } from './useUndoKeys.js';
import { useWindowSize } from './useWindowSize.js';

export interface PlaygroundProps {
  /** What a share link restored. */
  readonly start?: PlaygroundState | undefined;
  /** What in that link was of no use. */
  readonly problems?: readonly string[] | undefined;
  /** Which room of the sandbox. */
  readonly sandboxName?: Room;
  /** The link that brings a combination back, from its query. */
  linkFor(query: string): string;
  /** Called with every new combination, as the query of a link. */
  onShare?: ((query: string, state: PlaygroundState) => void) | undefined;
}

/** Stands in results for the developer's own URL. */
const placeholder = 'https://your-team.whereby.com/your-room';
/** While a text is typed the frame waits for a pause; a click it follows at once. */
const PAUSE = 150;
/** The address bar is written last: the room comes first. */
const LATER = 400;
const MOST_EVENTS = 200;
/** How much of the window the parameters and the result may take, as in `playground.css`. */
const MOST_OF_WIDTH = 0.45;
const MOST_OF_HEIGHT = 0.6;

/** A change of one of these loads the room again. */
const loading: readonly (keyof PlaygroundState)[] = [
  'params',
  'room',
  'role',
  'scene',
  'happening',
  'theme',
  'direction',
];
const typed = new Set(['text', 'url', 'list']);
const kindOf = new Map<string, string>(paramList.map(({ name, kind }) => [name, kind]));

const lineOf = (event: RoomEvent): string =>
  event.type === 'unknown'
    ? `${event.name} ${JSON.stringify(event.payload ?? null)}`
    : `${event.prop}${event.payload ? ` ${JSON.stringify(event.payload)}` : ''}`;

/** What a step is called: "chat: off". */
const describeChange = (name: string, value: ParamValue): string => `${name}: ${describeValue(value)}`;

const addressOf = (room: string): string => room || placeholder;

/** The URL that a combination makes, without a key. */
const urlOf = ({ room, params }: PlaygroundState): string =>
  buildRoomUrl(addressOf(room), usableParams(params, room).usable);

/** Every parameter of a room with its effect at once, and the result as address, JSX, iframe, table and link. */
export function Playground({
  start = initialState,
  problems = [],
  sandboxName = 'demo',
  linkFor,
  onShare,
}: PlaygroundProps) {
  const steps = useSteps(start);
  const saved = useSavedPresets();
  const { value: state, add, undo, redo } = steps;
  const from = saved.nameOf(state.from);
  const [typing, setTyping] = useState(false);
  /** The keys of rooms that were pasted, by room: no part of a step, of a link or of a result. */
  const [keys, setKeys] = useState<Readonly<Record<string, string>>>({});
  const [events, setEvents] = useState<readonly LoggedEvent[]>([]);
  const [hidden, setHidden] = useState(false);
  const [wanted, setWanted] = useState<WantedParam>();
  const [notices, setNotices] = useState(problems);
  const [controlsWidth, setControlsWidth] = useRemembered('playground-controls', 372);
  const [outputHeight, setOutputHeight] = useRemembered('playground-output', 220);
  const { width: windowWidth, height: windowHeight } = useWindowSize();
  const embed = useRef<WherebyEmbedHandle>(null);
  const loads = useLoads();
  const { onChange: startTiming, onReady } = loads;
  useUndoKeys(undo, redo);

  const { params, theme, direction, room, happening } = state;
  const sandboxOf = (name: Room) =>
    sandboxRoom(happening.full ? 'demo-normal' : name, {
      role: state.role,
      straightIn: state.scene === 'meeting',
      theme,
      direction,
      happening: JSON.stringify(happening) === JSON.stringify(usualHappening) ? undefined : happening,
    });
  const sandbox = sandboxOf(sandboxName);
  const key = keys[room];
  const ownRoom =
    room &&
    (key === undefined
      ? room
      : buildRoomUrl(`${room}${room.includes('?') ? '&' : '?'}roomKey=${encodeURIComponent(key)}`));
  const shownRoom = ownRoom || sandbox;
  const { usable, issues } = useMemo(() => usableParams(params, shownRoom), [params, shownRoom]);
  const own = useMemo(() => parseRoomUrl(room), [room]);
  const url = buildRoomUrl(addressOf(room), usable);
  const stepBefore = steps.all[steps.index - 1]?.value;
  const fromPreset = presets.find(({ title }) => title === from)?.params ?? saved.presets[from]?.params;
  const bases = [
    { name: 'the step before', url: stepBefore ? urlOf(stepBefore) : url },
    { name: 'nothing set', url: addressOf(room) },
    ...(fromPreset ? [{ name: from, url: buildRoomUrl(addressOf(room), fromPreset) }] : []),
  ];
  const query = writeShare({ ...state, from });
  const framed = useSettled(usable, typing ? PAUSE : 0);

  const change = useCallback(
    (next: Partial<PlaygroundState>, label: string, name?: string) => {
      if (loading.some((one) => one in next)) startTiming();
      setTyping(name !== undefined);
      add((now) => ({ ...now, ...next }), label, name);
    },
    [add, startTiming],
  );
  const changeParam = useCallback(
    (name: ParamName, value: ParamValue) => {
      startTiming();
      const isTyped = typed.has(kindOf.get(name) ?? '');
      setTyping(isTyped);
      // Parameters that matter before joining are seen there.
      const scene = /^(precall|skipMedia)/.test(name) ? { scene: 'lobby' as const } : {};
      add(
        (now) => ({ ...now, ...scene, params: { ...now.params, [name]: value } }),
        describeChange(name, value),
        isTyped ? name : undefined,
      );
    },
    [add, startTiming],
  );

  const unsetAll = () => change({ params: {}, from: '' }, 'Unset all');
  const applyPreset = (name: string, { role, params: next }: Pick<PlaygroundState, 'role' | 'params'>) =>
    change({ from: name, role, params: next }, `Preset: ${name}`);
  const stepSize = (by: 1 | -1) => {
    const viewport = stepViewport(state, by);
    change({ viewport }, `Size: ${viewports[viewport].label}`);
  };
  useSizeKeys(stepSize);

  const settled = useSettled(state, LATER);
  useEffect(() => onShare?.(writeShare(settled), settled), [settled, onShare]);
  const addEvent = (event: RoomEvent) =>
    setEvents((list) =>
      [{ at: new Date().toTimeString().slice(0, 8), line: lineOf(event) }, ...list].slice(0, MOST_EVENTS),
    );

  const jsx = printJsx(usable, room && key === undefined ? `"${room}"` : '{roomUrl}');
  const iframe = printIframe(url);
  const markdown = printMarkdown(usable);
  const shareLink = linkFor(query);
  const general = issues.filter(({ param }) => !paramList.some(({ name }) => name === param));
  const count = countSet(params);
  const places = { '--controls': `${controlsWidth}px`, '--output': `${outputHeight}px` } as CSSProperties;
  return (
    <div
      className={clsx('ui playground', { 'playground-hidden': hidden })}
      data-theme={theme === 'system' ? undefined : theme}
      dir={direction}
      style={places}
    >
      <nav className="skips" aria-label="Skip to">
        <a href="#playground-stage">Skip to the preview</a>
        <a href="#playground-output">Skip to the result</a>
      </nav>
      <header className="head">
        <h1>Playground</h1>
        <p className="head-count" role="status">
          {count === 1 ? '1 parameter set' : `${count || 'No'} parameters set`}
        </p>
        <PresetMenu params={params} role={state.role} from={from} saved={saved} onApply={applyPreset} />
        <button type="button" className="button" disabled={count === 0} onClick={unsetAll}>
          Unset all
        </button>
        <HistoryMenu steps={steps} />
        <CommandPalette
          build={() =>
            buildCommands({
              state,
              saved: saved.presets,
              copies: { address: url, JSX: jsx, iframe, table: markdown, link: shareLink },
              canUndo: steps.index > 0,
              canRedo: steps.index < steps.all.length - 1,
              undo,
              redo,
              unsetAll,
              onChange: change,
              onStepSize: stepSize,
              onApply: applyPreset,
              onFocusParam: (name) => setWanted({ name }),
            })
          }
        />
      </header>

      <section className="pane pane-controls" aria-label="Parameters">
        {notices.length > 0 && (
          <div className="notices">
            <div role="status">
              <ul className="param-issues">
                {notices.map((text) => (
                  <li key={text} className="note note-warning">
                    {text}
                  </li>
                ))}
              </ul>
            </div>
            <button type="button" className="button button-small" onClick={() => setNotices([])}>
              Close
            </button>
          </div>
        )}
        <AddressField
          room={room}
          hasKey={key !== undefined}
          onRoom={({ address }, text) => {
            const given = readKey(text);
            if (given !== undefined) setKeys((now) => ({ ...now, [address]: given }));
            change({ room: address }, `Address: ${parseRoomUrl(address).roomName.slice(1)}`);
          }}
          onTakeOver={() => {
            const [bare = ''] = room.split('?');
            if (key !== undefined) setKeys((now) => ({ ...now, [bare]: key }));
            const taken = Object.keys(own.params).length;
            change({ room: bare, params: { ...own.params, ...params } }, `Took over ${taken} parameters`);
          }}
          onRemove={() => change({ room: '' }, 'Back to the sandbox')}
        />
        {general.length > 0 && !room && (
          <ul className="param-issues">
            {general.map(({ code: issue, severity, message }) => (
              <li key={issue + message} className={clsx('note', `note-${severity}`)}>
                {message}
              </li>
            ))}
          </ul>
        )}
        <ControlPanel
          params={params}
          {...(room && { inAddress: own.params })}
          issues={issues}
          wanted={wanted}
          onChange={changeParam}
        />
      </section>
      <Divider
        label="Width of the parameters"
        orientation="vertical"
        value={controlsWidth}
        least={300}
        most={Math.min(560, Math.floor(MOST_OF_WIDTH * windowWidth))}
        onChange={setControlsWidth}
      />

      <main className="pane pane-stage" aria-label="Preview" id="playground-stage" tabIndex={-1}>
        <button
          type="button"
          className="button button-small stage-toggle"
          aria-expanded={!hidden}
          onClick={() => setHidden(!hidden)}
        >
          {hidden ? 'Show the room' : 'Hide the room'}
        </button>
        <FramedRoom
          room={shownRoom}
          params={framed}
          loads={loads}
          handle={embed}
          onStartLoading={startTiming}
          onEvent={addEvent}
          onReady={onReady}
        >
          {(frame, meter) => (
            <>
              <Stage state={state} onChange={change}>
                {frame}
              </Stage>
              {meter}
            </>
          )}
        </FramedRoom>
      </main>

      <section className="pane pane-output" aria-label="Result" id="playground-output" tabIndex={-1}>
        <Divider
          label="Height of the result"
          orientation="horizontal"
          value={outputHeight}
          least={120}
          most={Math.min(560, Math.floor(MOST_OF_HEIGHT * windowHeight))}
          onChange={setOutputHeight}
        />
        <Output
          url={url}
          bases={bases}
          jsx={jsx}
          iframe={iframe}
          markdown={markdown}
          shareLink={shareLink}
          events={events}
          onClearEvents={() => setEvents([])}
          tools={
            <PictureMenu
              frame={() => embed.current?.iframe ?? undefined}
              isOwnRoom={room !== ''}
              room={sandboxOf('picture')}
              params={framed}
              caption={[url]}
            />
          }
          note={
            key !== undefined && (
              <p className="note note-warning">
                Your address carries a roomKey. It is framed, and left out of everything here that can be copied: your
                backend gives each person the URL for their role.
              </p>
            )
          }
        />
      </section>
      <div className="bottom-address" aria-label="Address" role="group">
        <code>{url}</code>
        <CopyButton what="address" text={url} />
      </div>
    </div>
  );
}
