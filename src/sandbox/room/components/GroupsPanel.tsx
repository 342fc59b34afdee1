import { isMachine } from '../../core/roles.js';
import { useRoom } from './RoomContext.js';

/** Breakout groups: hosts open and close them, everyone may go into one. */
export function GroupsPanel() {
  const { state, session, view, t } = useRoom();
  const { room, self } = state;
  const open = room?.breakout.open === true;
  const names = open ? room.breakout.groups : view.groups;
  const inGroup = (group: string | null) =>
    (room?.participants ?? []).filter((person) => !isMachine(person.role) && person.group === group);
  return (
    <div className="groups">
      {view.breakout && (
        <button type="button" className="button primary wide" onClick={() => session.actions.setBreakout(!open)}>
          {t(open ? 'closeGroups' : 'openGroups')}
        </button>
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
              <small>
                {inGroup(group)
                  .map(({ displayName }) => displayName || t('guest'))
                  .join(', ')}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
