import { readFileSync } from 'node:fs';
import ts from 'typescript';

export interface Docblock {
  readonly name: string;
  /** The sentences before the tags, on one line. */
  readonly summary: string;
  /** Each tag with its texts, in order. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
}

const oneLine = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

function readDocblock(node: ts.PropertyAssignment | ts.ShorthandPropertyAssignment | ts.PropertySignature): Docblock {
  const [block] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const tags = new Map<string, string[]>();
  for (const tag of block?.tags ?? []) {
    const name = tag.tagName.text;
    tags.set(name, [...(tags.get(name) ?? []), oneLine(ts.getTextOfJSDocComment(tag.comment))]);
  }
  return { name: node.name.getText(), summary: oneLine(ts.getTextOfJSDocComment(block?.comment)), tags };
}

/** The docblocks on the keys of a registry: of an object literal or an interface of that name. */
export function readDocblocks(file: string, name: string): Docblock[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Docblock[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === name)
      found.push(...node.members.filter(ts.isPropertySignature).map(readDocblock));
    else if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer) {
      const literal = findLiteral(node.initializer);
      for (const property of literal?.properties ?? [])
        if (ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property))
          found.push(readDocblock(property));
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  for (const { name: key, summary } of found)
    if (!summary.endsWith('.'))
      throw new Error(`${file}: ${key} needs a docblock whose sentence ends with a full stop.`);
  if (!found.length) throw new Error(`${file}: there is no registry called ${name}.`);
  return found;
}

/** The literal inside `satisfies`, `as`, and the call that completes a registry. */
function findLiteral(node: ts.Expression): ts.ObjectLiteralExpression | undefined {
  if (ts.isObjectLiteralExpression(node)) return node;
  if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) return findLiteral(node.expression);
  if (ts.isCallExpression(node) && node.arguments[0]) return findLiteral(node.arguments[0]);
  return undefined;
}
