import { errorAreas, errorList } from '../../src/errors/errorList.js';
import type { ErrorText } from '../../src/errors/errorList.js';
import type { WherebyErrorCode } from '../../src/errors/codes.generated.js';
import { formatFile } from './file.js';
import type { GeneratedFile } from './file.js';
import { page } from './markdown.js';
import { symptoms } from './symptoms.js';

const source = 'the list of errors, src/errors/errorList.ts';

const areas = Object.entries(errorAreas).map(([area, title]) => ({
  title,
  errors: Object.entries<ErrorText>(errorList).filter(([, text]) => text.area === area),
}));

/** The heading of a code on the troubleshooting page, as GitHub writes its anchor. */
const anchorOf = (code: string): string => `#${code.toLowerCase()}`;

/** A text with its placeholders as a reader knows them: `<name>` inside of code, *name* elsewhere. */
const withPlaceholders = (text: string): string =>
  text
    .split('`')
    .map((part, index) => part.replace(/\{(\w+)\}/g, index % 2 ? '<$1>' : '*$1*'))
    .join('`');

function codesFile(): string {
  return [
    `// Made by \`npm run generate\` from ${source}. Do not edit.`,
    '',
    '/** What a `WherebyError` is about. `docs/troubleshooting.md` has a section on each. */',
    'export type WherebyErrorCode =',
    ...(Object.keys(errorList) as WherebyErrorCode[]).map((code) => `  | '${code}'`),
  ].join('\n');
}

function troubleshootingPage(): string {
  return page(
    source,
    '# Troubleshooting',
    'Begin with what you see. Every error also has a code; look it up further down: what happened, the likely cause, and what to do. Words in italics stand for values that the message has.',
    '## What you see',
    ...symptoms.map(([symptom, look, ...codes]) => {
      const links = codes.map((code) => `[\`${code}\`](${anchorOf(code)})`).join(', ');
      return `**${symptom}.** ${look}${links && ` Codes: ${links}.`}`;
    }),
    'What else it can be, `onError` tells; in development the console explains it with the headers and settings to add. `npx react-whereby-embed doctor` checks the account and the environment.',
    '## Error codes',
    'Everything this package throws or reports is a `WherebyError`. Its `code` is stable: branch on it. Its `message` says what happened, the likely cause, and what to do; in a production build for browsers it is the code, a link to this page and the values that matter. It never contains a `roomKey` or an API key.',
    ...areas.flatMap(({ title, errors }) => [
      `## ${title}`,
      ...errors.map(([code, text]) => {
        const [what, cause, cure] = [text.what, text.cause, text.cure].map(withPlaceholders);
        return `### ${code}\n\n${what}\n\n**Cause.** ${cause}\n\n**Cure.** ${cure}`;
      }),
    ]),
  );
}

/** What follows from the list of errors: the type of their codes, and the troubleshooting page. */
export async function generate(): Promise<GeneratedFile[]> {
  const files = [
    { path: 'src/errors/codes.generated.ts', text: codesFile() },
    { path: 'docs/troubleshooting.md', text: troubleshootingPage() },
  ];
  return Promise.all(files.map(({ path, text }) => formatFile(path, text)));
}
