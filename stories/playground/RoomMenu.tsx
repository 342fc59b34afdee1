import { Choice } from '../Choice.js';
import { Popover } from '../Popover.js';
import { roles } from '../sandboxRoom.js';
import { connections, happenings, MOST_PEOPLE, namings, scenes, usualHappening } from './state.js';
import type { Happening, PlaygroundState } from './state.js';
import { optionsOf } from './optionsOf.js';

export interface RoomMenuProps {
  readonly state: PlaygroundState;
  onChange(change: Partial<PlaygroundState>, label: string, name?: string): void;
}

const isUsual = (happening: Happening): boolean => JSON.stringify(happening) === JSON.stringify(usualHappening);

/** What goes on in the sandbox's room: who is there, and what happens to them. */
export function RoomMenu({ state, onChange }: RoomMenuProps) {
  const { happening, scene, role } = state;
  const change = (part: Partial<Happening>, label: string, name?: string) =>
    onChange({ happening: { ...happening, ...part }, scene: 'meeting' }, label, name);
  return (
    <Popover label="In the room" name="In the room" isSet={!isUsual(happening) || scene !== 'meeting'}>
      {() => (
        <div className="menu-grid">
          <Choice
            label="Show"
            value={scene}
            options={optionsOf(scenes)}
            onChange={(next) => onChange({ scene: next }, `Show: ${scenes[next]}`)}
          />
          <Choice
            label="As"
            value={role}
            options={optionsOf(roles)}
            onChange={(next) => onChange({ role: next }, `As ${roles[next]}`)}
          />
          <label className="menu-range">
            <span>Other people</span>
            <input
              type="range"
              min={0}
              max={MOST_PEOPLE}
              value={happening.people}
              onChange={(event) =>
                change({ people: event.target.valueAsNumber }, `${event.target.value} other people`, 'people')
              }
            />
            <output>{happening.people}</output>
          </label>
          <Choice
            label="Names"
            value={happening.names}
            options={optionsOf(namings)}
            onChange={(names) => change({ names }, `Names: ${namings[names]}`)}
          />
          <Choice
            label="Connection"
            value={happening.connection}
            options={optionsOf(connections)}
            onChange={(connection) => change({ connection }, `Connection: ${connections[connection]}`)}
          />
          <fieldset className="menu-checks">
            <legend>What happens</legend>
            {(Object.keys(happenings) as (keyof typeof happenings)[]).map((name) => (
              <label key={name}>
                <input
                  type="checkbox"
                  checked={happening[name]}
                  onChange={(event) =>
                    change(
                      { [name]: event.target.checked },
                      `${happenings[name]}: ${event.target.checked ? 'yes' : 'no'}`,
                    )
                  }
                />
                {happenings[name]}
              </label>
            ))}
          </fieldset>
          <p className="menu-note">
            {happening.knocking && role !== 'host' ? 'Only a host sees who knocks: choose “As: Host”. ' : ''}
            {happening.full ? 'A full room has four people and lets nobody else in.' : ''}
          </p>
          <button
            type="button"
            className="button"
            disabled={isUsual(happening)}
            onClick={() => onChange({ happening: usualHappening }, 'The usual room')}
          >
            Back to the usual room
          </button>
        </div>
      )}
    </Popover>
  );
}
