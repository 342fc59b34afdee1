import { Button } from './Button.js';
import { useRoom } from './RoomContext.js';

/** Breakout groups: hosts open and close them, everyone may join one. */
export function GroupsPanel() {
  const { state, session, view, t } = useRoom();
  const { room, self } = state;
  const open = room?.breakout.open === true;
  const names = open ? room.breakout.groups : view.groups;
  const listNames = (group: string | null) =>
    (room?.participants ?? [])
      .filter((person) => person.group === group)
      .map(({ displayName }) => displayName || t('guest'))
      .join(', ');
  return (
    <div className="groups">
      {view.breakout && (
        <Button primary wide onClick={() => session.actions.setBreakout(!open)}>
          {t(open ? 'closeGroups' : 'openGroups')}
        </Button>
      )}
      <ul>
        {[null, ...names].map((group) => (
          <li key={group ?? ''} data-group={group ?? undefined}>
            <button
              type="button"
              className="group"
              disabled={!open}
              aria-pressed={open ? self.group === group : undefined}
              onClick={() => session.actions.setGroup(group)}
            >
              {group ?? t('mainRoom')}
              <small>{listNames(group)}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
