import { useDeferredValue, useId, useState } from 'react';
import { searchDocs, sectionsOf } from './searchDocs.js';
import './search.css';

const texts = import.meta.glob<string>('../../docs/**/*.md', { query: '?raw', import: 'default', eager: true });
const sections = sectionsOf(
  Object.fromEntries(Object.entries(texts).map(([path, text]) => [path.replace('../../docs/', ''), text])),
);

/** Looks through every guide and the whole reference. */
export function Search() {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  const found = searchDocs(sections, query);
  const id = useId();
  return (
    <main className="ui search">
      <h1>Search the documentation</h1>
      <label className="sr-only" htmlFor={id}>
        Words to look for
      </label>
      <input
        id={id}
        type="search"
        className="field"
        placeholder="For example: roomKey, READY_TIMEOUT, webview"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status">{query.trim() && (found.length ? `${found.length} found` : 'Nothing found')}</p>
      <ol>
        {found.map(({ page, heading, excerpt, link }) => (
          <li key={page + heading + excerpt}>
            <a href={link} target="_top">
              {heading}
            </a>
            <span>{page.replace('/', ' · ')}</span>
            <p>{excerpt}</p>
          </li>
        ))}
      </ol>
    </main>
  );
}
