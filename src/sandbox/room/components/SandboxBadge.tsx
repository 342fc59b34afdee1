import { useRoom } from './RoomContext.js';

/** Shows on every screen that this is not a real meeting. Opens the inspector. */
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
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="9" fill="#135e5a" />
        <path d="M4 24q6-9 12-4t12-5v13H4z" fill="#f0c98b" />
        <circle cx="22" cy="10" r="4" fill="#ffe9c4" />
      </svg>
      Sandbox
    </button>
  );
}
