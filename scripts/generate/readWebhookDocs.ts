import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { readDocblocks } from './readDocblocks.js';

const file = 'src/server/webhooks/events.ts';

const withoutQuotes = (name: string) => name.replace(/^'(.*)'$/, '$1');

const readSentence = (node: ts.Node) => {
  const [block] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(block?.comment) ?? '').replace(/\s+/g, ' ').trim();
};

/** The docblocks of the fields in the literals of a call of `group`. */
const readGroup = (literals: ts.NodeArray<ts.Expression>) =>
  new Map(
    literals
      .filter(ts.isObjectLiteralExpression)
      .flatMap(({ properties }) => properties.filter(ts.isPropertyAssignment))
      .map((property) => [withoutQuotes(property.name.getText()), readSentence(property)]),
  );

/** Reads the docblocks of the registry of webhook events: of each type, and of each field of its data. */
export function readWebhookDocs(): { types: Map<string, string>; fields: Map<string, Map<string, string>> } {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const groups = new Map<string, Map<string, string>>();
  const fields = new Map<string, Map<string, string>>();
  const visit = (node: ts.Node): void => {
    if ((ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) && node.initializer) {
      if (ts.isCallExpression(node.initializer)) {
        const { expression, arguments: args } = node.initializer;
        const name = withoutQuotes(node.name.getText());
        if (expression.getText() === 'group') groups.set(name, readGroup(args));
        if (expression.getText() === 'event')
          fields.set(name, new Map(args.flatMap((arg) => [...(groups.get(arg.getText()) ?? [])])));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const types = readDocblocks(file, 'webhookEvents').map(
    ({ name, summary }) => [withoutQuotes(name), summary] as const,
  );
  return { types: new Map(types), fields };
}
