import { urlParts } from './urlParts.js';

export interface UrlViewProps {
  readonly url: string;
  /** The URL before the last change. */
  readonly before: string;
}

const marks = { added: 'new', changed: 'changed', removed: 'gone', same: '' } as const;

/** A URL, one parameter per line, with what the last change did to it. */
export function UrlView({ url, before }: UrlViewProps) {
  return (
    <ol className="url-view" aria-label="Address by parameter">
      {urlParts(url, before).map(({ key, text, change }) => (
        <li key={`${change === 'removed' ? '-' : ''}${key}`} data-change={change}>
          {change === 'removed' ? <del>{text}</del> : <code>{text}</code>}
          {change !== 'same' && <span className="url-mark">{marks[change]}</span>}
        </li>
      ))}
    </ol>
  );
}
