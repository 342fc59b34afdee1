import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { isTypingTarget } from '../isTypingTarget.js';
import { pages } from './pages.generated.js';
import { createDocsSearch, sectionsOf } from './searchDocs.js';
import type { ExcerptPart } from './searchDocs.js';
import './search.css';

const texts = import.meta.glob<string>('../../docs/**/*.md', { query: '?raw', import: 'default', eager: true });
const docs = createDocsSearch(
  sectionsOf(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path.replace('../../docs/', ''), text]))),
);

const suggestions = [
  'roomKey',
  'READY_TIMEOUT',
  'waiting room',
  'Next.js',
  'webhook signature',
  'WebView',
  'recording',
];

/** Pages that help whoever has found nothing. */
const elsewhere = [
  { id: 'guides-quick-start--docs', name: 'Quick start' },
  { id: 'guides-troubleshooting--docs', name: 'Troubleshooting, by error code' },
  { id: 'reference-props--docs', name: 'Props and room parameters' },
];

/** All pages, by the part of the documentation they belong to. */
const shelves = ['Guides', 'Reference'].map((shelf) => ({
  shelf,
  pages: pages
    .filter(({ title }) => title.startsWith(`${shelf}/`))
    .map(({ id, title }) => ({ id, name: title.slice(shelf.length + 1) })),
}));

const Excerpt = ({ parts }: { readonly parts: readonly ExcerptPart[] }) => (
  <p>{parts.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text))}</p>
);

/** The words go along in the address, so that the page can mark them too. */
const withWords = (link: string, words: readonly string[]): string =>
  link.replace(/(?=#|$)/, `&mark=${encodeURIComponent(words.join(' '))}`);

/** Looks through every guide and the whole reference. */
export function Search() {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const found = useMemo(() => (query ? docs.find(query) : []), [query]);
  const main = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || isTypingTarget(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  /** The arrow keys go from the field to the results and back. */
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    const stops = [...(main.current?.querySelectorAll<HTMLElement>('input, ol a') ?? [])];
    if (event.key === 'Enter' && event.target === field.current) return stops[1]?.click();
    if (!step) return;
    event.preventDefault();
    stops[stops.indexOf(document.activeElement as HTMLElement) + step]?.focus();
  };

  const search = (text: string) => {
    setTyped(text);
    field.current?.focus();
  };

  return (
    <main className="ui search" ref={main} onKeyDown={onKeyDown}>
      <h1>Search the documentation</h1>
      <label className="sr-only" htmlFor={id}>
        Words to look for
      </label>
      <div className="search-field">
        <input
          id={id}
          ref={field}
          type="search"
          className="field"
          placeholder="Parameter, error or question"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      <p className="search-status" role="status">
        {query && (found.length ? `${found.length} found` : 'Nothing found')}
      </p>
      {!query && (
        <section className="search-empty" aria-label="Where to start">
          <h2>Often looked for</h2>
          <ul className="search-chips">
            {suggestions.map((text) => (
              <li key={text}>
                <button type="button" className="button" onClick={() => search(text)}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
          <p>Arrow keys move through the results, Enter opens one.</p>
          {shelves.map(({ shelf, pages: all }) => (
            <nav key={shelf} className="search-shelf" aria-label={shelf}>
              <h2>{shelf}</h2>
              <PageLinks pages={all} />
            </nav>
          ))}
        </section>
      )}
      {query && found.length === 0 && <NothingFound query={query} onSearch={search} />}
      <ol>
        {found.map(({ page, heading, excerpt, link, words }) => (
          <li key={link}>
            <a href={withWords(link, words)} target="_top">
              <span className="search-path">{page.replace('/', ' › ')}</span>
              <strong>{heading}</strong>
            </a>
            <Excerpt parts={excerpt} />
          </li>
        ))}
      </ol>
    </main>
  );
}

function NothingFound({ query, onSearch }: { readonly query: string; onSearch(text: string): void }) {
  const others = docs.suggest(query);
  return (
    <section className="search-empty" aria-label="What else to try">
      <p>No section has all of these words. Try fewer words, or the name of a parameter, a prop or an error code.</p>
      {others.length > 0 && (
        <ul className="search-chips">
          {others.map((text) => (
            <li key={text}>
              <button type="button" className="button" onClick={() => onSearch(text)}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
      <h2>Or start at</h2>
      <PageLinks pages={elsewhere} />
    </section>
  );
}

function PageLinks({ pages }: { readonly pages: readonly { readonly id: string; readonly name: string }[] }) {
  return (
    <ul className="search-elsewhere">
      {pages.map(({ id, name }) => (
        <li key={id}>
          <a href={`./?path=/docs/${id}`} target="_top">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
