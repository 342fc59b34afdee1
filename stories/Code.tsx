export type Language = 'jsx' | 'html' | 'json' | 'text';

export interface CodeProps {
  readonly label: string;
  readonly language: Language;
  readonly text: string;
}

/** Tags, names of attributes and keys, values: all there is in what the playground prints. */
const patterns: Readonly<Record<Language, RegExp | undefined>> = {
  jsx: /(?<tag><\/?[A-Z]\w*|\/?>)|(?<value>"[^"\n]*"|\{[^\n]*\})|(?<name>[A-Za-z][\w-]*(?=[=\s]))/g,
  html: /(?<tag><\/?[a-z]+|\/?>)|(?<value>"[^"]*")|(?<name>[a-z]+(?==))/g,
  json: /(?<name>"[^"\n]*"(?=:))|(?<value>"(?:[^"\\\n]|\\.)*"|\b(?:true|false|\d+)\b)/g,
  text: undefined,
};

interface Piece {
  readonly text: string;
  readonly kind: string | undefined;
}

function piecesOf(text: string, pattern: RegExp | undefined): Piece[] {
  if (!pattern) return [{ text, kind: undefined }];
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push({ text: text.slice(end, match.index), kind: undefined });
    const [kind] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
    pieces.push({ text: match[0], kind });
    end = match.index + match[0].length;
  }
  return [...pieces, { text: text.slice(end), kind: undefined }].filter((piece) => piece.text);
}

/** Code in colours, which scrolls. */
export const Code = ({ label, language, text }: CodeProps) => (
  <pre className="code" tabIndex={0} role="region" aria-label={label}>
    <code>
      {piecesOf(text, patterns[language]).map(({ text: piece, kind }, index) =>
        kind ? (
          <span key={index} className={`code-${kind}`}>
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </code>
  </pre>
);
