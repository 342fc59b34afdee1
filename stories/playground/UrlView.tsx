import { useState } from 'react';
import { Choice } from '../Choice.js';
import { urlParts } from './urlParts.js';

export interface UrlViewProps {
  readonly url: string;
  /** What it can be compared with, by name. The first one is shown at first. */
  readonly bases: readonly { readonly name: string; readonly url: string }[];
}

const marks = { added: 'new', changed: 'changed', removed: 'gone', same: '' } as const;

/** A URL, one parameter per line, with what is different from a base that can be chosen. */
export function UrlView({ url, bases }: UrlViewProps) {
  const [chosen, setChosen] = useState('');
  const base = bases.find(({ name }) => name === chosen) ?? bases[0];
  const parts = urlParts(url, base?.url ?? url);
  const removed = parts.filter(({ change }) => change === 'removed');
  return (
    <>
      <ol className="url-view" aria-label="Address by parameter">
        {parts
          .filter(({ change }) => change !== 'removed')
          .map(({ key, text, change }) => (
            <li key={key} data-change={change}>
              <code>{text}</code>
              {change !== 'same' && <span className="url-mark">{marks[change]}</span>}
            </li>
          ))}
      </ol>
      {removed.length > 0 && (
        <details className="url-removed" open={removed.length < 4}>
          <summary>{removed.length} gone</summary>
          <ul className="url-view">
            {removed.map(({ key, text }) => (
              <li key={key} data-change="removed">
                <del>{text}</del>
              </li>
            ))}
          </ul>
        </details>
      )}
      {bases.length > 0 && (
        <Choice
          label="Compared with"
          value={base?.name ?? ''}
          options={bases.map(({ name }) => ({ value: name, label: name }))}
          onChange={setChosen}
        />
      )}
    </>
  );
}
