import { memo, useDeferredValue, useId, useMemo, useState } from 'react';
import type { Issue, NormalRoomParams, ParamName, RoomParams } from 'react-whereby-embed';
import { Segments } from '../Segments.js';
import { ParamControl } from './ParamControl.js';
import { paramGroups } from '../../src/params/docs.generated.js';
import { countSet, paramList } from './paramList.js';
import type { ParamEntry, ParamValue } from './paramList.js';

export interface ControlPanelProps {
  readonly params: RoomParams;
  /** What the designer's own URL sets already. */
  readonly inAddress?: NormalRoomParams;
  readonly issues: readonly Issue[];
  /** The same function on every render, so that only what has changed is drawn. */
  onChange(name: ParamName, value: ParamValue): void;
}

const shows = [
  { value: 'all', label: 'All' },
  { value: 'set', label: 'Set' },
] as const;

const none: readonly Issue[] = [];
const noParams: NormalRoomParams = {};

const matches = ({ name, summary }: ParamEntry, words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => `${name} ${summary}`.toLowerCase().includes(word));

/** A control for every parameter of the registry, in its groups, with a search. */
export const ControlPanel = memo(function ControlPanel({
  params,
  inAddress = noParams,
  issues,
  onChange,
}: ControlPanelProps) {
  const [typed, setTyped] = useState('');
  const [show, setShow] = useState<'all' | 'set'>('all');
  const words = useDeferredValue(typed).trim();
  const id = useId();
  const issuesOf = useMemo(() => {
    const byParam = new Map<string, Issue[]>();
    for (const issue of issues) byParam.set(issue.param, [...(byParam.get(issue.param) ?? []), issue]);
    return byParam;
  }, [issues]);
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
        <Segments<'all' | 'set'> label="Which parameters" value={show} options={shows} onChange={setShow} />
      </div>
      {paramGroups.map(({ group, title }) => {
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
              <h2>{title}</h2>
              {set > 0 && <span className="group-count">{set} set</span>}
            </summary>
            {entries.map((entry) => (
              <ParamControl
                key={entry.name}
                entry={entry}
                value={params[entry.name]}
                inAddress={inAddress[entry.name]}
                issues={issuesOf.get(entry.name) ?? none}
                onChange={onChange}
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
});
