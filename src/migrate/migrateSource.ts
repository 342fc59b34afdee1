import type { JsxAttributeLike, SourceFile } from 'ts-morph';
import { applyEdits } from './applyEdits.js';
import { printHandler } from './convertHandler.js';
import { editImports } from './editImports.js';
import { findByHand } from './findByHand.js';
import { judgeFrame, nameOfAttribute, readElementAttributes, readFrameAttributes, valueOf } from './readAttributes.js';
import type { AttributeChanges, Tag } from './readAttributes.js';
import { RefReader, hasPayload, propOfType } from './readRef.js';
import { LeaveAlone } from './types.js';
import type { Change, Edit, Leftover, Migration, TsMorph } from './types.js';

/** What becomes of one element. */
interface ElementChanges extends AttributeChanges {
  /** Props that no attribute stands for. */
  readonly added: readonly string[];
  readonly edits: readonly Edit[];
}

const officialElement = 'whereby-embed';

/** What stands between the attributes of an element: a space, or a new line with its indent. */
function separatorOf(tag: Tag): string {
  const [first] = tag.getAttributes();
  const before = first ? tag.getSourceFile().getFullText().slice(first.getPos(), first.getStart()) : ' ';
  return /^\s+$/.test(before) ? before : ' ';
}

/** The edits that turn the tags of an element into those of the component. */
function editTags({ Node: is }: TsMorph, tag: Tag, { replaced, added }: ElementChanges): Edit[] {
  const separator = separatorOf(tag);
  const edits: Edit[] = [];
  const name = tag.getTagNameNode();
  edits.push({ start: name.getStart(), end: name.getEnd(), text: 'WherebyEmbed' });
  for (const [attribute, props] of replaced)
    edits.push(
      props.length > 0
        ? { start: attribute.getStart(), end: attribute.getEnd(), text: props.join(separator) }
        : { start: attribute.getPos(), end: attribute.getEnd(), text: '' },
    );
  const last = tag.getAttributes().at(-1)?.getEnd() ?? name.getEnd();
  if (added.length > 0) edits.push({ start: last, end: last, text: added.map((prop) => separator + prop).join('') });
  if (is.isJsxOpeningElement(tag)) {
    const space = /\s>$/.test(tag.getText()) ? '' : ' ';
    edits.push({ start: tag.getEnd() - 1, end: tag.getParentOrThrow().getEnd(), text: `${space}/>` });
  }
  return edits;
}

const findTags = ({ SyntaxKind }: TsMorph, file: SourceFile): Tag[] => [
  ...file.getDescendantsOfKind(SyntaxKind.JsxSelfClosingElement),
  ...file.getDescendantsOfKind(SyntaxKind.JsxOpeningElement),
];

/** Something inside that a frame shows where frames are not supported, or that is no child of the element. */
function hasChildren({ Node: is }: TsMorph, tag: Tag): boolean {
  const element = tag.getParent();
  return (
    is.isJsxOpeningElement(tag) &&
    is.isJsxElement(element) &&
    element.getJsxChildren().some((child) => child.getText().trim() !== '')
  );
}

function readElement(morph: TsMorph, tag: Tag): ElementChanges {
  const { Node: is } = morph;
  if (hasChildren(morph, tag))
    throw new LeaveAlone('It has something inside.', 'Remove it: the component has no children.');
  if (tag.getTagNameNode().getText() === 'iframe') return { ...readFrameAttributes(morph, tag), added: [], edits: [] };

  const readListener = (attribute: JsxAttributeLike, type: string): string => {
    const prop = propOfType(type);
    const listener = valueOf(morph, attribute);
    if (!prop || !listener) throw new LeaveAlone(`There is no event "${type}".`, 'Remove its listener.');
    const isName = is.isIdentifier(listener) || is.isPropertyAccessExpression(listener);
    if (isName && hasPayload(prop))
      throw new LeaveAlone(
        `The listener of ${type} gets an event; ${prop} gets its detail.`,
        `Use ${prop}={(detail) => …}, where detail is what event.detail was.`,
      );
    return `${prop}={${isName ? listener.getText() : printHandler(morph, listener, prop)}}`;
  };
  const changes = readElementAttributes(morph, tag, readListener);
  const attribute = tag.getAttributes().find((one) => nameOfAttribute(one) === 'ref');
  if (!attribute) return { ...changes, added: [], edits: [] };
  const ref = valueOf(morph, attribute);
  if (!is.isIdentifier(ref))
    throw new LeaveAlone('Its ref is not a constant of useRef.', 'Use one, and run the migration again.');
  const { props, edits, words } = new RefReader(morph, ref).read();
  return { ...changes, words: [...changes.words, ...words], added: props, edits };
}

/** Whether the name of the component is taken by something else in the file. */
const ownsName = (file: SourceFile): boolean =>
  file.getLocals().some((local) => local.getName() === 'WherebyEmbed') &&
  !file
    .getImportDeclaration('react-whereby-embed')
    ?.getNamedImports()
    .some((one) => one.getName() === 'WherebyEmbed');

/** What keeps a file from being read to the end: what stands in it may then mean something else. */
function findSyntaxError({ ts }: TsMorph, file: SourceFile): Leftover | undefined {
  const [error] = file.getProject().getProgram().getSyntacticDiagnostics(file);
  return (
    error && {
      line: error.getLineNumber() ?? 1,
      reason: `The file cannot be read: ${ts.flattenDiagnosticMessageText(error.compilerObject.messageText, ' ')}`,
      hand: 'Correct it, or take away what is neither JavaScript nor TypeScript, and run the migration again.',
    }
  );
}

const BYTE_ORDER_MARK = '\uFEFF';

const leftoverKey = {
  reason: 'The address has the key of a role, written in the source, where everybody who gets the page can read it.',
  hand: 'Get the URL from your backend: const room = useRoomUrl(…), <WherebyEmbed room={room} />. Have the key replaced: a new meeting has a new one.',
};

/**
 * Turns frames of Whereby rooms and official elements in a file into `<WherebyEmbed>`. What it does not understand to
 * the end stays as it is, and is listed with the change to make by hand. Formatting is left alone. Running it again
 * changes nothing.
 * @param path ends in the file's extension, which says whether there are types in it
 */
export function migrateSource(morph: TsMorph, path: string, source: string): Migration {
  // The parser takes it away, and counts from what follows it.
  if (source.startsWith(BYTE_ORDER_MARK)) {
    const migration = migrateSource(morph, path, source.slice(BYTE_ORDER_MARK.length));
    return { ...migration, source: BYTE_ORDER_MARK + migration.source };
  }
  const project = new morph.Project({
    useInMemoryFileSystem: true,
    compilerOptions: { allowJs: true, jsx: morph.ts.JsxEmit.Preserve, noLib: true, types: [] },
  });
  // In a plain .js file there may be JSX too.
  const name = path.replace(/^.*[\\/]/, '').replace(/\.(?:[cm]?js|jsx)$/, '.jsx');
  const file = project.createSourceFile(`/${name}`, source);
  // No other service has URLs by these names.
  const isWhereby = /whereby|(?:host|viewer)RoomUrl/i.test(source);
  const edits: Edit[] = [];
  const changes: Change[] = [];
  const leftovers: Leftover[] = [];
  const changed: { start: number; end: number }[] = [];
  const done: Tag[] = [];

  const tags = findTags(morph, file);
  for (const tag of tags) {
    const tagName = tag.getTagNameNode().getText();
    const line = tag.getStartLineNumber();
    if (tagName !== 'iframe' && tagName !== officialElement) continue;
    const judgement = judgeFrame(morph, tag, isWhereby);
    if (tagName === 'iframe' && (judgement === 'other' || judgement === undefined)) continue;
    if (judgement === 'roomWithKey') {
      leftovers.push({ line, ...leftoverKey });
      changed.push({ start: tag.getStart(), end: tag.getEnd() });
      continue;
    }
    if (tagName === 'iframe' && judgement === 'unknown') {
      if (isWhereby || /roomUrl/i.test(tag.getText()))
        leftovers.push({
          line,
          reason: 'Its address is made elsewhere: whether it is a room is not to be seen here.',
          hand: 'If it is one, replace the iframe by <WherebyEmbed room={…} />.',
        });
      continue;
    }
    try {
      if (ownsName(file))
        throw new LeaveAlone('The file has a WherebyEmbed of its own.', 'Rename it, and run the migration again.');
      const element = readElement(morph, tag);
      edits.push(...editTags(morph, tag, element), ...element.edits);
      changed.push({ start: tag.getStart(), end: tag.getEnd() }, ...element.edits);
      changes.push({ line, what: [`<${tagName}> is <WherebyEmbed>.`, ...element.words].join(' ') });
      done.push(tag);
    } catch (error) {
      if (!(error instanceof LeaveAlone)) throw error;
      leftovers.push({ line, reason: error.message, hand: error.hand });
    }
  }

  if (done.length > 0) {
    const isLast = tags.every((tag) => done.includes(tag) || tag.getTagNameNode().getText() !== officialElement);
    edits.push(...editImports(morph, file, { edits, isLast }));
  }
  const error = edits.length > 0 ? findSyntaxError(morph, file) : undefined;
  if (error) return { source, changes: [], leftovers: [error] };
  leftovers.push(...findByHand(morph, file, changed));
  return {
    source: applyEdits(source, withLineEndsOf(source, withoutDoubles(edits))),
    changes,
    leftovers: leftovers.sort((a, b) => a.line - b.line),
  };
}

/** Two elements with one ref would change its type twice. */
const withoutDoubles = (edits: readonly Edit[]): Edit[] => [
  ...new Map(edits.map((edit) => [`${edit.start}-${edit.end}-${edit.text}`, edit])).values(),
];

/** A file with the line ends of Windows keeps them. */
const withLineEndsOf = (source: string, edits: readonly Edit[]): readonly Edit[] =>
  /^[^\n]*\r\n/.test(source) ? edits.map((edit) => ({ ...edit, text: edit.text.replaceAll(/\r?\n/g, '\r\n') })) : edits;
