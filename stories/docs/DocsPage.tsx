import { CodeOrSourceMdx, Markdown } from '@storybook/addon-docs/blocks';
import { clsx } from 'clsx';
import { Children, isValidElement, useEffect, useRef, useState } from 'react';
import type { AnchorHTMLAttributes, HTMLAttributes, ImgHTMLAttributes, ReactNode, TableHTMLAttributes } from 'react';
import { escapeUnderscores } from './escapeUnderscores.js';
import { markWords, readSearchedWords, unmarkWords } from './markWords.js';
import { neighboursOf } from './neighboursOf.js';
import { pageLink, pictureLink } from './pageLink.js';
import { revealHeading } from './revealHeading.js';
import { slugify } from './slugify.js';
import { useMedia } from './useMedia.js';
import './docs.css';

export interface DocsPageProps {
  /** Of the file below docs/. */
  readonly path: string;
  readonly text: string;
}

/** The text of rendered Markdown. */
function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(textOf).join('');
  return isValidElement<{ children?: ReactNode }>(node) ? textOf(node.props.children) : '';
}

/** A heading with a link to itself, which is copied at a click. */
const createHeading = (Tag: 'h1' | 'h2' | 'h3' | 'h4') =>
  function Heading({ id = '', children }: HTMLAttributes<HTMLHeadingElement>) {
    const [copied, setCopied] = useState(false);
    const copy = () => {
      revealHeading(id);
      void navigator.clipboard?.writeText(window.parent.location.href).then(
        () => setCopied(true),
        () => undefined,
      );
    };
    return (
      <Tag id={id} className="docs-heading" tabIndex={-1}>
        {children}
        {Tag !== 'h1' && (
          <button
            type="button"
            className={clsx('docs-anchor', { 'docs-anchor-done': copied })}
            aria-label={`Copy the link to ${textOf(children)}`}
            onClick={copy}
            onBlur={() => setCopied(false)}
          >
            {/* Its sign is drawn by the style sheet: the table of contents takes the text of a heading. */}
          </button>
        )}
      </Tag>
    );
  };

/** What stands in a cell, without the cell. */
const cellOf = (cell: ReactNode): ReactNode =>
  isValidElement<{ children?: ReactNode }>(cell) ? cell.props.children : cell;

/** The headings of the columns are on each cell: on a narrow page the cells of a row are stacked, each with its own. */
function Table({ children, ...table }: TableHTMLAttributes<HTMLTableElement>) {
  const [head, ...rest] = Children.toArray(children);
  const rowsOf = (part: ReactNode): ReactNode[] =>
    isValidElement<{ children?: ReactNode }>(part) ? Children.toArray(part.props.children) : [];
  const headings = rowsOf(rowsOf(head)[0]);
  const titles = headings.map((heading) => textOf(heading).trim());
  const isStacked = useMedia(`(max-width: ${titles.length > 2 ? 800 : 600}px)`);
  return (
    <div
      className={clsx('docs-table', { 'docs-table-stacked': isStacked })}
      tabIndex={0}
      role="group"
      aria-label={`Table: ${titles.filter(Boolean).join(', ')}`}
    >
      <table {...table}>
        <thead>
          <tr>
            {/* A heading without words is none: axe's `empty-table-header`. */}
            {titles.map((title, column) =>
              title ? <th key={column}>{cellOf(headings[column])}</th> : <td key={column} />,
            )}
          </tr>
        </thead>
        {rest.map((body, index) => (
          <tbody key={index}>
            {rowsOf(body).map((row, at) => (
              <tr key={at}>
                {rowsOf(row).map((cell, column) => (
                  <td key={column}>
                    {titles[column] && (
                      <span className="docs-cell-title" aria-hidden="true">
                        {titles[column]}
                      </span>
                    )}
                    <span>{cellOf(cell)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Markdown without what only `generate` reads: its comment at the top, and the file that a fence names. */
const readable = (text: string): string => text.replace(/^<!--.*?-->\s*/s, '').replace(/^(```\w+) .*$/gm, '$1');

/** A file of docs/ as a page of Storybook: the same text, with links that lead to Storybook's pages. */
export function DocsPage({ path, text }: DocsPageProps) {
  const { previous, next } = neighboursOf(path);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (main.current) markWords(main.current, readSearchedWords());
    return unmarkWords;
  }, [path]);
  const overrides = {
    h1: createHeadingOnce.h1,
    h2: createHeadingOnce.h2,
    h3: createHeadingOnce.h3,
    h4: createHeadingOnce.h4,
    code: CodeOrSourceMdx,
    table: Table,
    a: ({ href = '', children }: AnchorHTMLAttributes<HTMLAnchorElement>) => {
      const link = pageLink(path, href);
      // A file of the repository that is not a page.
      if (!link) return <>{children}</>;
      if (link.startsWith('#'))
        return (
          <a
            href={link}
            onClick={(event) => {
              event.preventDefault();
              revealHeading(link.slice(1));
            }}
          >
            {children}
          </a>
        );
      return (
        <a href={link} target={link.startsWith('./') ? '_top' : undefined}>
          {children}
        </a>
      );
    },
    img: ({ src = '', alt = '' }: ImgHTMLAttributes<HTMLImageElement>) => (
      <img className="docs-picture" src={pictureLink(path, src)} alt={alt} loading="lazy" />
    ),
  };
  return (
    <main className="docs-page" ref={main}>
      <Markdown options={{ overrides, slugify }}>{escapeUnderscores(readable(text))}</Markdown>
      <nav className="docs-neighbours" aria-label="Guides before and after">
        {previous && (
          <a href={`./?path=/docs/${previous.id}`} target="_top" rel="prev">
            <span>Previous</span>
            {previous.name}
          </a>
        )}
        {next && (
          <a href={`./?path=/docs/${next.id}`} target="_top" rel="next">
            <span>Next</span>
            {next.name}
          </a>
        )}
      </nav>
    </main>
  );
}

/** Made once: another component on each render would lose the focus. */
const createHeadingOnce = {
  h1: createHeading('h1'),
  h2: createHeading('h2'),
  h3: createHeading('h3'),
  h4: createHeading('h4'),
};
