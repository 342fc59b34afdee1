import { CodeOrSourceMdx, HeadersMdx, Markdown } from '@storybook/addon-docs/blocks';
import type { AnchorHTMLAttributes, ImgHTMLAttributes } from 'react';
import { pageLink, pictureLink } from './pageLink.js';
import './docs.css';

export interface DocsPageProps {
  /** Of the file below docs/. */
  readonly path: string;
  readonly text: string;
}

/** A file of docs/ as a page of Storybook: the same text, with links that lead to Storybook's pages. */
export function DocsPage({ path, text }: DocsPageProps) {
  // All of them: what is named here takes the place of Storybook's own list.
  const overrides = {
    ...HeadersMdx,
    code: CodeOrSourceMdx,
    a: ({ href = '', children }: AnchorHTMLAttributes<HTMLAnchorElement>) => {
      const link = pageLink(path, href);
      // A file of the repository that is not a page.
      if (!link) return <>{children}</>;
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
    <div className="docs-page">
      <Markdown options={{ overrides }}>{text.replace(/^<!--.*?-->\s*/s, '')}</Markdown>
    </div>
  );
}
