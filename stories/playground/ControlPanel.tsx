import { useDeferredValue, useId, useState } from 'react';
import type { Issue, NormalRoomParams, ParamName, RoomParams } from 'react-whereby-embed';
import { Segments } from '../Segments.js';
import { ParamControl } from './ParamControl.js';
import { countSet, paramGroups, paramList } from './paramList.js';
import type { ParamEntry } from './paramList.js';

export interface ControlPanelProps {
  readonly params: RoomParams;
  /** What the designer's own address says already. */
  readonly inAddress?: NormalRoomParams;
  readonly issues: readonly Issue[];
  onChange(params: RoomParams, name: ParamName): void;
}

const shows = [
  { value: 'all', label: 'All' },
  { value: 'set', label: 'Set' },
] as const;

const matches = ({ name, summary }: ParamEntry, words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${name} ${summary}`.toLowerCase().includes(word));

/** A control for every parameter of the registry, in its groups, with a search. */
export function ControlPanel({ params, inAddress = {}, issues, onChange }: ControlPanelProps) {
  const [typed, setTyped] = useState('');
  const [show, setShow] = useState<'all' | 'set'>('all');
  const words = useDeferredValue(typed).trim();
  const id = useId();
  const found = paramList.filter(
    (entry) => matches(entry, words) && (show === 'all' || params[entry.name] !== undefined),
  );

  return (
    <div className="controls">
      <div className="controls-head">
        <label className="sr-only" htmlFor={id}>
          Search parameters
        </label>
        <input
          id={id}
          type="search"
          className="field"
          placeholder={`Search ${paramList.length} parameters`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Segments<'all' | 'set'> label="Show" value={show} options={shows} onChange={setShow} />
      </div>
      {paramGroups.map(({ group, label }) => {
        const entries = found.filter((entry) => entry.group === group);
        const set = countSet(
          Object.fromEntries(
            paramList.filter((entry) => entry.group === group).map(({ name }) => [name, params[name]]),
          ),
        );
        if (!entries.length) return null;
        return (
          <details key={group} className="group" open>
            <summary>
              <h2>{label}</h2>
              {set > 0 && <span className="group-count">{set} set</span>}
            </summary>
            {entries.map((entry) => (
              <ParamControl
                key={entry.name}
                entry={entry}
                value={params[entry.name]}
                inAddress={inAddress[entry.name]}
                issues={issues.filter(({ param }) => param === entry.name)}
                onChange={(value) => onChange({ ...params, [entry.name]: value }, entry.name)}
              />
            ))}
          </details>
        );
      })}
      <p className="controls-empty" role="status">
        {found.length === 0 && (words ? `No parameter says “${words}”.` : 'Nothing is set yet.')}
      </p>
    </div>
  );
}
