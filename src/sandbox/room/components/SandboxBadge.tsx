import { Icon } from './Icon.js';
import { useRoom } from './RoomContext.js';

/** Shows on every screen that this is not a real meeting: a developer's tag, no brand. Opens the inspector. */
export function SandboxBadge() {
  const { state, session } = useRoom();
  const open = state.panel === 'inspector';
  return (
    <button
      type="button"
      className="sandbox-badge"
      lang="en"
      aria-expanded={open}
      onClick={() => session.actions.setPanel(open ? null : 'inspector')}
    >
      <Icon name="inspect" />
      Sandbox
    </button>
  );
}
