import { clsx } from 'clsx';
import { useCallback, useState } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';
import type { RoomParams } from 'react-whereby-embed';
import { Choice } from '../Choice.js';
import { CopyButton } from '../CopyButton.js';
import { ControlPanel } from '../playground/ControlPanel.js';
import { writeShare } from '../playground/shareQuery.js';
import { shareLink } from '../playground/shareLink.js';
import { initialState, viewports } from '../playground/state.js';
import { usableParams } from '../playground/usableParams.js';
import { useSavedPresets } from '../playground/useSavedPresets.js';
import { presets } from '../presets/presets.js';
import type { Room } from '../rooms.js';
import { roles, sandboxRoom } from '../sandboxRoom.js';
import type { SandboxRole } from '../sandboxRoom.js';
import { Segments } from '../Segments.js';
import { DifferenceTable } from './DifferenceTable.js';
import { differences } from './differences.js';
import { FittedFrame } from './FittedFrame.js';
import './compare.css';

export interface Combination {
  readonly name: string;
  readonly role: SandboxRole;
  readonly params: RoomParams;
}

export interface CompareProps {
  readonly start: readonly Combination[];
  readonly room?: Room;
  /** The link that brings the columns back. */
  linkFor?(combinations: readonly Combination[]): string;
}

const MOST = 4;
const roleOptions = (Object.keys(roles) as SandboxRole[]).map((value) => ({ value, label: roles[value] }));
const sizes = { fill: 'Fill', phone: 'Phone', tablet: 'Tablet', laptop: 'Laptop' } as const;
type Size = keyof typeof sizes;
const sizeOptions = (Object.keys(sizes) as Size[]).map((value) => ({ value, label: sizes[value] }));

/** A name that no other column has. */
function copyName(name: string, taken: readonly Combination[]): string {
  const [base = name] = name.split(/ \d+$/);
  for (let number = 2; ; number += 1) {
    const next = `${base} ${number}`;
    if (!taken.some((one) => one.name === next)) return next;
  }
}

/** Several combinations side by side in one room, each with its own parameters, and what is different between them. */
export function Compare({ start, room = 'compare', linkFor }: CompareProps) {
  const [combinations, setCombinations] = useState(start);
  const [selected, setSelected] = useState(0);
  const [size, setSize] = useState<Size>('fill');
  const { presets: saved } = useSavedPresets();
  const current = combinations[selected] ?? combinations[0]!;
  const checked = combinations.map(({ role, params }) => usableParams(params, sandboxRoom(room, { role })));
  const usable = checked.map((one) => one.usable);
  const rows = differences(usable);
  const device = viewports[size];

  const edit = useCallback(
    (index: number, changes: (one: Combination) => Partial<Combination>) =>
      setCombinations((all) => all.map((one, at) => (at === index ? { ...one, ...changes(one) } : one))),
    [],
  );
  const changeParam = useCallback(
    (name: keyof RoomParams, value: unknown) =>
      edit(selected, ({ params }) => ({ params: { ...params, [name]: value } })),
    [edit, selected],
  );
  const remove = (index: number) => {
    setCombinations((all) => all.filter((_, at) => at !== index));
    setSelected(0);
  };
  const add = () => {
    setCombinations((all) => [...all, { ...current, name: copyName(current.name, all) }]);
    setSelected(combinations.length);
  };
  const allPresets: readonly { readonly name: string; readonly params: RoomParams }[] = [
    ...Object.entries(saved).map(([name, { params }]) => ({ name, params })),
    ...presets.map(({ title, params }) => ({ name: title, params })),
  ];
  const isFull = combinations.length >= MOST;

  return (
    <div className="ui compare">
      <header className="head">
        <h1>Compare</h1>
        <p className="head-count">Everyone is in the same room of the sandbox.</p>
        <Choice label="Size" value={size} options={sizeOptions} onChange={setSize} />
        {linkFor && <CopyButton what="link" text={linkFor(combinations)} />}
        <button
          type="button"
          className="button button-main"
          aria-disabled={isFull}
          aria-describedby={isFull ? 'compare-full' : undefined}
          onClick={() => !isFull && add()}
        >
          Add another
        </button>
        {isFull && (
          <span id="compare-full" className="head-count">
            Four at most: remove one to add another.
          </span>
        )}
      </header>

      <section className="pane pane-controls" aria-label="Parameters">
        <div className="compare-who">
          <Segments
            label="Whose parameters"
            value={String(selected)}
            options={combinations.map(({ name }, index) => ({ value: String(index), label: name }))}
            onChange={(value) => setSelected(Number(value))}
          />
          <div className="compare-from">
            <Choice
              label="Take a preset"
              isLabelHidden
              value=""
              options={[
                { value: '', label: 'Take a preset…' },
                ...allPresets.map(({ name }, index) => ({ value: String(index), label: name })),
              ]}
              onChange={(index) =>
                index !== '' && edit(selected, () => ({ params: allPresets[Number(index)]?.params ?? {} }))
              }
            />
            {selected > 0 && (
              <button
                type="button"
                className="button button-small"
                onClick={() => edit(selected, () => ({ params: combinations[selected - 1]?.params ?? {} }))}
              >
                Copy from the left
              </button>
            )}
          </div>
        </div>
        <ControlPanel
          key={selected}
          params={current.params}
          issues={checked[selected]?.issues ?? []}
          onChange={changeParam}
        />
      </section>

      <main className="compare-rooms" data-count={combinations.length} aria-label="Rooms">
        {combinations.map(({ name, role }, index) => (
          <section
            key={index}
            className="compare-room"
            aria-label={name}
            data-selected={index === selected ? 'true' : undefined}
          >
            <div className="compare-head">
              <NameField name={name} onChange={(next) => edit(index, () => ({ name: next }))} />
              <Choice
                label={`${name} enters as`}
                isLabelHidden
                value={role}
                options={roleOptions}
                onChange={(next) => edit(index, () => ({ role: next }))}
              />
              <a
                className="param-tool"
                target="_top"
                title="Open in the playground"
                aria-label={`Open ${name} in the playground`}
                href={shareLink(
                  document.baseURI,
                  'playground--room',
                  writeShare({ ...initialState, role, params: usable[index]! }),
                )}
              >
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d="M14 5h5v5M19 5l-8 8M18 14v5H5V6h5" />
                </svg>
              </a>
              {combinations.length > 2 && (
                <button
                  type="button"
                  className="param-tool"
                  title="Remove"
                  aria-label={`Remove ${name}`}
                  onClick={() => remove(index)}
                >
                  <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path d="m6 6 12 12M18 6 6 18" />
                  </svg>
                </button>
              )}
            </div>
            <FittedFrame size={'width' in device ? device : undefined}>
              <WherebyEmbed
                key={role}
                room={sandboxRoom(room, { role, straightIn: true })}
                allowedHosts={[location.host]}
                displayName={name}
                {...usable[index]}
                title={`Meeting as ${name}`}
                className="compare-embed"
              />
            </FittedFrame>
            <ul className="compare-marks" tabIndex={0} aria-label={`What is different for ${name}`}>
              {rows
                .filter((row) => row.values[index] !== undefined)
                .map((row) => (
                  <li key={row.name}>
                    <code className={clsx('pill', `pill-${row.values[index] === 'off' ? 'off' : 'on'}`)}>
                      {row.name} {row.values[index]}
                    </code>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </main>

      <DifferenceTable
        names={combinations.map(({ name }) => name)}
        usable={usable}
        onChange={(index, name, value) => {
          setSelected(index);
          edit(index, ({ params }) => ({ params: { ...params, [name]: value } }));
        }}
      />
    </div>
  );
}

/** The name of a column, which is changed where it stands. Emptied, it stays as it was. */
function NameField({ name, onChange }: { readonly name: string; onChange(name: string): void }) {
  return (
    <h2>
      <input
        className="compare-name"
        aria-label="Name of the column"
        defaultValue={name}
        key={name}
        maxLength={40}
        onBlur={(event) => {
          const next = event.target.value.trim();
          if (next) onChange(next);
          else event.target.value = name;
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </h2>
  );
}
