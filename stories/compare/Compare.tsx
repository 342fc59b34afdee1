import { useState } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';
import type { RoomParams } from 'react-whereby-embed';
import { Choice } from '../Choice.js';
import { ControlPanel } from '../playground/ControlPanel.js';
import { encodeShare } from '../playground/shareCode.js';
import { shareLink } from '../playground/shareLink.js';
import { initialState } from '../playground/state.js';
import { usableParams } from '../playground/usableParams.js';
import type { Room } from '../rooms.js';
import { roles, sandboxRoom } from '../sandboxRoom.js';
import type { SandboxRole } from '../sandboxRoom.js';
import { Segments } from '../Segments.js';
import { countShared, differences } from './differences.js';
import './compare.css';

export interface Combination {
  readonly name: string;
  readonly role: SandboxRole;
  readonly params: RoomParams;
}

export interface CompareProps {
  readonly start: readonly Combination[];
  readonly room?: Room;
}

const MOST = 4;
const roleOptions = (Object.keys(roles) as SandboxRole[]).map((value) => ({ value, label: roles[value] }));

/** Several combinations side by side in one room, each with its own parameters, and what is different between them. */
export function Compare({ start, room = 'compare' }: CompareProps) {
  const [combinations, setCombinations] = useState(start);
  const [selected, setSelected] = useState(0);
  const current = combinations[selected] ?? combinations[0]!;
  const checked = combinations.map(({ role, params }) => usableParams(params, sandboxRoom(room, { role })));
  const usable = checked.map((one) => one.usable);
  const rows = differences(usable);
  const shared = countShared(usable);

  const edit = (index: number, changes: Partial<Combination>) =>
    setCombinations((all) => all.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  const remove = (index: number) => {
    setCombinations((all) => all.filter((_, at) => at !== index));
    setSelected(0);
  };
  const add = () => {
    setCombinations((all) => [...all, { ...current, name: `Copy of ${current.name}`.slice(0, 40) }]);
    setSelected(combinations.length);
  };

  return (
    <div className="ui compare">
      <header className="head">
        <h1>Compare</h1>
        <p className="head-count">Everyone is in the same room of the sandbox.</p>
        <button type="button" className="button" disabled={combinations.length >= MOST} onClick={add}>
          Add another
        </button>
      </header>

      <section className="pane pane-controls" aria-label="Parameters">
        <div className="compare-who">
          <Segments
            label="Whose parameters"
            value={String(selected)}
            options={combinations.map(({ name }, index) => ({ value: String(index), label: name }))}
            onChange={(value) => setSelected(Number(value))}
          />
        </div>
        <ControlPanel
          key={selected}
          params={current.params}
          issues={checked[selected]?.issues ?? []}
          onChange={(name, value) => edit(selected, { params: { ...current.params, [name]: value } })}
        />
      </section>

      <div className="compare-rooms" data-count={combinations.length}>
        {combinations.map(({ name, role }, index) => (
          <section key={index} className="compare-room" aria-label={name} data-selected={index === selected}>
            <div className="compare-head">
              <h2>{name}</h2>
              <Choice
                label="As"
                isLabelHidden
                value={role}
                options={roleOptions}
                onChange={(next) => edit(index, { role: next })}
              />
              <a
                className="button"
                target="_top"
                href={shareLink(
                  document.baseURI,
                  'playground--room',
                  encodeShare({ ...initialState, role, params: usable[index]! }),
                )}
              >
                Open
                <span className="sr-only"> {name} in the playground</span>
              </a>
              {combinations.length > 2 && (
                <button type="button" className="button" aria-label={`Remove ${name}`} onClick={() => remove(index)}>
                  ×
                </button>
              )}
            </div>
            <WherebyEmbed
              key={role}
              room={sandboxRoom(room, { role, straightIn: true })}
              allowedHosts={[location.host]}
              displayName={name}
              {...usable[index]}
              title={`Meeting as ${name}`}
              className="compare-embed"
            />
          </section>
        ))}
      </div>

      <section className="pane compare-differences" aria-label="Differences" tabIndex={0}>
        <table>
          <caption>
            {rows.length === 1 ? '1 parameter differs' : `${rows.length || 'No'} parameters differ`}
            {shared > 0 && `, ${shared} ${shared === 1 ? 'is' : 'are'} the same everywhere`}
          </caption>
          {rows.length > 0 && (
            <>
              <thead>
                <tr>
                  <th scope="col">Parameter</th>
                  {combinations.map(({ name }, index) => (
                    <th key={index} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.name}>
                    <th scope="row">
                      <code>{row.name}</code>
                    </th>
                    {row.values.map((value, index) => (
                      <td key={index}>
                        {value === undefined ? <span className="compare-none">not set</span> : <code>{value}</code>}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </>
          )}
        </table>
      </section>
    </div>
  );
}
