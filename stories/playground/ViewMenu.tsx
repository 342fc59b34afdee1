import { Choice } from '../Choice.js';
import { Popover } from '../Popover.js';
import { optionsOf } from './optionsOf.js';
import { backdrops, directions, surroundings, themes } from './state.js';
import type { PlaygroundState } from './state.js';

export interface ViewMenuProps {
  readonly state: PlaygroundState;
  onChange(change: Partial<PlaygroundState>, label: string, name?: string): void;
}

/** What is around the room: the page's theme, its direction, a page, and what is behind a room that is see-through. */
export function ViewMenu({ state, onChange }: ViewMenuProps) {
  const { around, backdrop, colour, theme, direction, room } = state;
  return (
    <Popover
      label="View"
      name="View"
      isSet={theme !== 'system' || direction !== 'ltr' || backdrop !== 'plain' || around !== 'none'}
    >
      {() => (
        <div className="menu-grid">
          <Choice
            label="Theme"
            value={theme}
            options={optionsOf(themes)}
            onChange={(next) => onChange({ theme: next }, `Theme: ${themes[next]}`)}
          />
          <Choice
            label="Direction"
            value={direction}
            options={optionsOf(directions)}
            onChange={(next) => onChange({ direction: next }, `Direction: ${directions[next]}`)}
          />
          <Choice
            label="Behind"
            value={backdrop}
            options={optionsOf(backdrops)}
            onChange={(next) => onChange({ backdrop: next }, `Behind: ${backdrops[next]}`)}
          />
          {backdrop === 'own' && (
            <label className="menu-colour">
              <span>Colour</span>
              <input
                type="color"
                value={colour}
                onChange={(event) =>
                  onChange({ colour: event.target.value }, `Behind: ${event.target.value}`, 'colour')
                }
              />
              <code>{colour}</code>
            </label>
          )}
          <Choice
            label="Page around"
            value={around}
            options={optionsOf(surroundings)}
            onChange={(next) => onChange({ around: next }, `Page around: ${surroundings[next]}`)}
          />
          <p className="menu-note">
            {room
              ? 'This page follows. A room of the service follows the system’s theme, and takes its language from the parameter lang.'
              : 'This page and the sandbox’s room follow. The room’s language is the parameter lang; a room of the service follows the system’s theme.'}
          </p>
        </div>
      )}
    </Popover>
  );
}
