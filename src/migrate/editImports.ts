import type { ImportSpecifier, SourceFile } from 'ts-morph';
import { removal } from './removal.js';
import type { Edit, TsMorph } from './types.js';

const ours = 'react-whereby-embed';
const theirs = /^@whereby\.com\/browser-sdk(?:\/embed)?$/;

const isInside = (position: number, edits: readonly Edit[]): boolean =>
  edits.some(({ start, end }) => position >= start && position < end);

/** Whether nothing of the file uses an imported name once the edits are made. */
function isUnused({ Node: is }: TsMorph, specifier: ImportSpecifier, edits: readonly Edit[]): boolean {
  const name = specifier.getAliasNode() ?? specifier.getNameNode();
  if (!is.isIdentifier(name)) return false;
  return name.findReferencesAsNodes().every((use) => use.getParent() === specifier || isInside(use.getStart(), edits));
}

/** Takes names out of an import, or the whole import. */
function removeSpecifiers(gone: readonly ImportSpecifier[]): Edit[] {
  const declaration = gone[0]?.getImportDeclaration();
  if (!declaration) return [];
  const stays = declaration.getNamedImports().filter((one) => !gone.includes(one));
  const hasDefault = declaration.getDefaultImport() !== undefined;
  if (stays.length === 0 && !hasDefault) return [removal(declaration)];
  const [first, last] = [declaration.getNamedImports()[0], declaration.getNamedImports().at(-1)];
  if (!first || !last) return [];
  if (stays.length === 0) {
    const start = declaration.getDefaultImport()?.getEnd() ?? first.getStart();
    return [{ start, end: last.getParentOrThrow().getParentOrThrow().getEnd(), text: '' }];
  }
  return [{ start: first.getStart(), end: last.getEnd(), text: stays.map((one) => one.getText()).join(', ') }];
}

/** The import of the component, in the style of the file. */
function addComponent({ Node: is }: TsMorph, file: SourceFile, needsType: boolean, removed: readonly Edit[]): Edit[] {
  const declarations = file.getImportDeclarations();
  const known = declarations.filter((one) => one.getModuleSpecifierValue() === ours);
  const names = known.flatMap((one) => one.getNamedImports().map((specifier) => specifier.getName()));
  const last = declarations.at(-1);
  const sample = last?.getText() ?? '';
  const quote = sample.includes('"') ? '"' : "'";
  const end = last && !sample.endsWith(';') ? '' : ';';
  const lines = [
    ...(names.includes('WherebyEmbed') ? [] : [`import { WherebyEmbed } from ${quote}${ours}${quote}${end}`]),
    ...(needsType && !names.includes('WherebyEmbedHandle')
      ? [`import type { WherebyEmbedHandle } from ${quote}${ours}${quote}${end}`]
      : []),
  ];
  if (lines.length === 0) return [];
  // Where the last import goes, these take its place.
  const isGoing = last && removed.some(({ end: until }) => until >= last.getEnd());
  if (last && isGoing) return [{ start: last.getStart(), end: last.getEnd(), text: lines.join('\n') }];
  if (last) return [{ start: last.getEnd(), end: last.getEnd(), text: `\n${lines.join('\n')}` }];
  // After directives such as 'use client', which must come first.
  const directive = file
    .getStatements()
    .filter((statement) => is.isExpressionStatement(statement) && /^['"]use /.test(statement.getText()))
    .at(-1);
  return directive
    ? [{ start: directive.getEnd(), end: directive.getEnd(), text: `\n${lines.join('\n')}` }]
    : [{ start: 0, end: 0, text: `${lines.join('\n')}\n\n` }];
}

/**
 * The edits of a file's imports, once its elements are changed.
 * @param isLast whether no official element is left
 */
export function editImports(
  morph: TsMorph,
  file: SourceFile,
  { edits, isLast }: { readonly edits: readonly Edit[]; readonly isLast: boolean },
): Edit[] {
  const needsType = edits.some(({ text }) => text === 'WherebyEmbedHandle');
  const removed = file.getImportDeclarations().flatMap((declaration): Edit[] => {
    const specifiers = declaration.getNamedImports();
    const source = declaration.getModuleSpecifierValue();
    const isBare = specifiers.length === 0 && !declaration.getDefaultImport() && !declaration.getNamespaceImport();
    if (theirs.test(source) && isBare) return isLast ? [removal(declaration)] : [];
    const gone = specifiers.filter((specifier) => {
      const name = specifier.getName();
      const isConcerned = theirs.test(source) || /^use(?:Layout)?Effect$/.test(name);
      return isConcerned && isUnused(morph, specifier, edits) && hadUses(morph, specifier);
    });
    return removeSpecifiers(gone);
  });
  const added = addComponent(morph, file, needsType, removed);
  const isReplaced = (edit: Edit) =>
    added.some(({ start, end }) => start < edit.end && end >= edit.start && end > start);
  return [...removed.filter((edit) => !isReplaced(edit)), ...added];
}

/** What nobody used before is not the migration's to remove. */
function hadUses({ Node: is }: TsMorph, specifier: ImportSpecifier): boolean {
  const name = specifier.getAliasNode() ?? specifier.getNameNode();
  return is.isIdentifier(name) && name.findReferencesAsNodes().length > 1;
}
