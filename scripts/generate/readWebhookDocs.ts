import { readFileSync } from 'node:fs';
import ts from 'typescript';

const file = 'src/server/webhooks/events.ts';

const sentence = (node: ts.Node) => {
  const [block] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(block?.comment) ?? '').replace(/\s+/g, ' ').trim();
};

const nameOf = (name: ts.PropertyName) => (ts.isStringLiteral(name) ? name.text : name.getText());

/** The docblocks of the registry of webhook events: of each type, and of each field of its data. */
export function readWebhookDocs(): { types: Map<string, string>; fields: Map<string, Map<string, string>> } {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const groups = new Map<string, Map<string, string>>();
  const types = new Map<string, string>();
  const fields = new Map<string, Map<string, string>>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isCallExpression(node.initializer)) {
      const { expression, arguments: literals } = node.initializer;
      if (expression.getText() === 'group')
        groups.set(
          node.name.getText(),
          new Map(
            literals
              .filter(ts.isObjectLiteralExpression)
              .flatMap(({ properties }) => properties.filter(ts.isPropertyAssignment))
              .map((property) => [nameOf(property.name), sentence(property)]),
          ),
        );
    }
    if (ts.isPropertyAssignment(node) && ts.isCallExpression(node.initializer)) {
      const { expression, arguments: names } = node.initializer;
      if (expression.getText() === 'event') {
        types.set(nameOf(node.name), sentence(node));
        fields.set(nameOf(node.name), new Map(names.flatMap((name) => [...(groups.get(name.getText()) ?? [])])));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { types, fields };
}
