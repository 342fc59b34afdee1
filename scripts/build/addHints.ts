import ts from 'typescript';
import type { Hint } from './hints.js';

/** The type that lists the keys of a registry: its own, or the argument of the type that completes it. */
function findMembers(type: ts.TypeNode | undefined): readonly ts.TypeElement[] {
  if (!type) return [];
  if (ts.isTypeLiteralNode(type)) return type.members;
  return ts.isTypeReferenceNode(type) ? findMembers(type.typeArguments?.[0]) : [];
}

/** `@group` only sorts the tables of the docs. */
const isForDocsOnly = (line: string) => line.startsWith('@group ');

function writeDocblock(docblock: string, { example, see }: Hint): string {
  const lines = docblock
    .slice('/**'.length, -'*/'.length)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim())
    .filter((line) => line !== '' && !isForDocsOnly(line));
  const isMissing = (tag: string) => !lines.some((line) => line.startsWith(tag));
  if (isMissing('@example')) lines.push(`@example ${example}`);
  if (isMissing('@see')) lines.push(`@see ${see}`);
  return `/** ${lines.join('\n\t * ')} */`;
}

/**
 * Writes example and link into the docblocks of a registry, in declarations: its props show them in an editor, and the
 * list in `src` stays short. What a docblock says itself is kept.
 * @param text declarations, indented with tabs
 * @param registry the name of the constant; without it, the text stays as it is
 */
export function addHints(text: string, registry: string, hints: ReadonlyMap<string, Hint>): string {
  const members = ts
    .createSourceFile('types.d.ts', text, ts.ScriptTarget.Latest, true)
    .statements.filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .filter(({ name }) => name.getText() === registry)
    .flatMap(({ type }) => findMembers(type));
  return members.reduceRight((written, member) => {
    const [docblock] = ts.getJSDocCommentsAndTags(member).filter(ts.isJSDoc);
    const hint = hints.get(member.name?.getText() ?? '');
    if (!docblock || !hint) throw new Error(`${registry}: ${member.getText()} has no docblock or no example.`);
    const { pos, end } = docblock;
    return written.slice(0, pos) + writeDocblock(written.slice(pos, end), hint) + written.slice(end);
  }, text);
}
