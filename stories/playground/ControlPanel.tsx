import { memo, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Issue, NormalRoomParams, ParamName, RoomParams } from 'react-whereby-embed';
import { isTypingTarget } from '../isTypingTarget.js';
import { Segments } from '../Segments.js';
import { findParams } from './findParams.js';
import { ParamControl } from './ParamControl.js';
import { paramGroups } from '../../src/params/docs.generated.js';
import { countSet, paramList } from './paramList.js';
import type { ParamValue } from './paramList.js';

export interface WantedParam {
  readonly name: ParamName;
}

export interface ControlPanelProps {
  readonly params: RoomParams;
  /** What the designer's own URL sets already. */
  readonly inAddress?: NormalRoomParams;
  readonly issues: readonly Issue[];
  /** The parameter whose field gets the focus, in an object of its own each time. */
  readonly wanted?: WantedParam | undefined;
  /** The same function on every render, so that only what has changed is drawn. */
  onChange(name: ParamName, value: ParamValue): void;
}

const shows = [
  { value: 'all', label: 'All' },
  { value: 'set', label: 'Set' },
] as const;

const groupOf = new Map<string | undefined, string>(paramList.map(({ name, group }) => [name, group]));
const none: readonly Issue[] = [];
const noParams: NormalRoomParams = {};

/** A control for every parameter of the registry, in its groups, with a search. */
export const ControlPanel = memo(function ControlPanel({
  params,
  inAddress = noParams,
  issues,
  wanted,
  onChange,
}: ControlPanelProps) {
  const [typed, setTyped] = useState('');
  const [show, setShow] = useState<'all' | 'set'>('all');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const search = useRef<HTMLInputElement>(null);
  const words = useDeferredValue(typed).trim();
  const id = useId();
  const issuesOf = useMemo(() => {
    const byParam = new Map<string, Issue[]>();
    for (const issue of issues) byParam.set(issue.param, [...(byParam.get(issue.param) ?? []), issue]);
    return byParam;
  }, [issues]);
  const matching = useMemo(() => findParams(paramList, words), [words]);
  const found = matching.filter(({ name }) => show === 'all' || params[name] !== undefined);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTypingTarget(event.target)) return;
      event.preventDefault();
      search.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const [shown, setShown] = useState(wanted);
  if (wanted !== shown) {
    setShown(wanted);
    setTyped('');
    setShow('all');
    setClosed(new Set([...closed].filter((group) => group !== groupOf.get(wanted?.name))));
  }
  const root = useRef<HTMLDivElement>(null);
  const focused = useRef(wanted);
  // It is there once the search is empty again, which is drawn later.
  useEffect(() => {
    if (!wanted || focused.current === wanted) return;
    const param = root.current?.querySelector(`[open] [data-param="${wanted.name}"]`);
    const field = param?.querySelector<HTMLElement>('input:checked, input:not([type="radio"]), select');
    if (!param || !field) return;
    focused.current = wanted;
    param.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
  });

  const setOpen = (group: string, isOpen: boolean) =>
    setClosed((now) => {
      const next = new Set(now);
      if (isOpen) next.delete(group);
      else next.add(group);
      return next;
    });
  // What a search finds first comes first.
  const rank = (group: string) => found.findIndex((entry) => entry.group === group);
  const groups = words ? paramGroups.toSorted((one, other) => rank(one.group) - rank(other.group)) : paramGroups;
  const areAllClosed = closed.size === paramGroups.length;

  return (
    <div className="controls" ref={root}>
      <div className="controls-head">
        <label className="sr-only" htmlFor={id}>
          Search parameters
        </label>
        <input
          id={id}
          ref={search}
          type="search"
          className="field"
          placeholder={`Search ${paramList.length} parameters`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Segments<'all' | 'set'> label="Which parameters" value={show} options={shows} onChange={setShow} />
        <button
          type="button"
          className="param-tool"
          aria-label={areAllClosed ? 'Open all groups' : 'Close all groups'}
          title={areAllClosed ? 'Open all groups' : 'Close all groups'}
          onClick={() => setClosed(new Set(areAllClosed ? [] : paramGroups.map(({ group }) => group)))}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={areAllClosed ? 'm7 9 5-5 5 5M7 15l5 5 5-5' : 'm7 4 5 5 5-5M7 20l5-5 5 5'} />
          </svg>
        </button>
      </div>
      {groups.map(({ group, title }) => {
        const entries = found.filter((entry) => entry.group === group);
        const set = countSet(
          Object.fromEntries(
            paramList.filter((entry) => entry.group === group).map(({ name }) => [name, params[name]]),
          ),
        );
        if (!entries.length) return null;
        return (
          <details
            key={group}
            className="group"
            // What a search finds is shown, whatever is closed.
            open={words !== '' || !closed.has(group)}
            onToggle={(event) => words === '' && setOpen(group, event.currentTarget.open)}
          >
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
      {found.length === 0 && words && (
        <p className="controls-empty">
          It may be a prop, a command or part of your backend:{' '}
          <a href="./?path=/story/guides-search--documentation" target="_top">
            search the guides
          </a>
          .
        </p>
      )}
    </div>
  );
});
