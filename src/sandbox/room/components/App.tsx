import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { CSSProperties } from 'react';
import type { Labels } from '../labels/en.js';
import { fill } from '../labels/fill.js';
import { loadLabels } from '../labels/loadLabels.js';
import { locales } from '../labels/locales.js';
import type { Devices } from '../media/createDevices.js';
import type { Session } from '../session/createSession.js';
import { Backdrop } from './Backdrop.js';
import { RoomContext, cheerful } from './RoomContext.js';
import type { RoomContextValue } from './RoomContext.js';
import { Inspector } from './Inspector.js';
import { Lobby } from './Lobby.js';
import { Meeting } from './Meeting.js';
import { SandboxBadge } from './SandboxBadge.js';
import { SettingsDialog } from './SettingsDialog.js';

interface AppProps {
  readonly session: Session;
  readonly devices: Devices;
  /** In the language that the room opens in. */
  readonly labels: Labels;
}

/** The whole page. */
export function App({ session, devices, labels: firstLabels }: AppProps) {
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const view = session.getView();
  const [labels, setLabels] = useState(firstLabels);
  const { language } = state;
  // As the page was opened: languages are written in it unless they have a direction of their own.
  const [pageDirection] = useState(() => document.documentElement.dir);

  useEffect(() => {
    let isCurrent = true;
    void loadLabels(language).then((loaded) => {
      if (!isCurrent) return;
      setLabels(loaded);
      document.documentElement.lang = locales[language].tag;
      document.documentElement.dir = locales[language].direction ?? pageDirection;
    });
    return () => {
      isCurrent = false;
    };
  }, [language, pageDirection]);

  const room = useMemo<RoomContextValue>(
    () => ({
      session,
      state,
      view,
      devices,
      t: (key, values) => (values ? fill(labels[key], values) : labels[key]),
      tone: (key) => labels[view.cheerful ? cheerful[key] : key],
    }),
    [session, state, view, devices, labels],
  );

  const theme = state.room?.theme;
  const colours: CSSProperties & Record<`--${string}`, string> = {
    ...(theme?.primary && { '--accent': theme.primary }),
    ...(theme?.focus && { '--focus': theme.focus }),
  };

  useEffect(() => {
    // Without a background the embedding page shows through, so the root element must be transparent too.
    document.documentElement.dataset['background'] = view.background ? 'on' : 'off';
  }, [view.background]);

  return (
    <RoomContext.Provider value={room}>
      <div
        className="room"
        style={colours}
        data-phase={state.phase}
        data-role={state.role}
        data-language={language}
        data-background={view.background ? 'on' : 'off'}
        data-toolbar-text={view.toolbarText ? (view.toolbarDarkText ? 'dark' : 'light') : 'off'}
        data-processing={Object.entries(state.processing)
          .filter(([, isOn]) => isOn)
          .map(([name]) => name)
          .join(' ')}
        data-video-quality={state.lowData ? 'low' : 'full'}
        data-minimal={view.minimal || undefined}
      >
        {view.background && <Backdrop picture={theme?.backgroundUrl} />}
        {state.phase === 'joined' ? <Meeting /> : <Lobby />}
        {state.phase !== 'joined' && state.panel === 'inspector' && <Inspector />}
        {state.settings && <SettingsDialog />}
        {state.phase !== 'joined' && <SandboxBadge />}
      </div>
    </RoomContext.Provider>
  );
}
