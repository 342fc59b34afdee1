import { useRoom } from './RoomContext.js';
import { BottomBar } from './BottomBar.js';
import { Inspector } from './Inspector.js';
import { SandboxBadge } from './SandboxBadge.js';
import { SidePanel } from './SidePanel.js';
import { Stage } from './Stage.js';
import { TopBar } from './TopBar.js';
import { Knocks } from './Knocks.js';

/** The room during the meeting. */
export function Meeting() {
  const { state, view } = useRoom();
  return (
    <div className="meeting" data-panel={state.panel ?? undefined}>
      {view.topToolbar ? (
        <TopBar />
      ) : (
        <div className="loose-badge">
          <SandboxBadge />
        </div>
      )}
      <Knocks />
      <div className="meeting-middle">
        <Stage />
        {state.panel === 'inspector' ? <Inspector /> : state.panel && <SidePanel panel={state.panel} />}
      </div>
      {view.bottomToolbar && <BottomBar />}
    </div>
  );
}
