import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';

/** What the code of the tests says and does, without its comments. */
export interface TestCode {
  /** Functions, classes and components that tests import and then call, create or render, and constants that they read. */
  readonly used: ReadonlySet<string>;
  /** Texts, names of properties and attributes: how an event, a command or a parameter is named. */
  readonly named: ReadonlySet<string>;
  /** Words in the texts and patterns that a test compares with. An error that a test creates by itself is none. */
  readonly expected: ReadonlySet<string>;
  /** Texts as they are, with `value` for what they are filled with: how a path is called. */
  readonly texts: readonly string[];
}

const isOurs = (from: string): boolean => /^react-whereby-embed|\/src\//.test(from);

/** What a file imports of the package, by the name it has in the file. A namespace has an empty name. */
function readImports(file: ts.SourceFile): Map<string, string> {
  const imported = new Map<string, string>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !isOurs((statement.moduleSpecifier as ts.StringLiteral).text)) continue;
    const { name, namedBindings, phaseModifier } = statement.importClause ?? {};
    if (phaseModifier === ts.SyntaxKind.TypeKeyword) continue;
    if (name) imported.set(name.text, 'default');
    if (!namedBindings) continue;
    if (ts.isNamespaceImport(namedBindings)) imported.set(namedBindings.name.text, '');
    else for (const one of namedBindings.elements) imported.set(one.name.text, (one.propertyName ?? one.name).text);
  }
  return imported;
}

/** As in `const { name } = await import('…')`. */
function readDynamicImport({ name, initializer }: ts.VariableDeclaration, imported: Map<string, string>): void {
  if (!initializer || !ts.isAwaitExpression(initializer) || !ts.isObjectBindingPattern(name)) return;
  const call = initializer.expression;
  if (!ts.isCallExpression(call) || call.expression.kind !== ts.SyntaxKind.ImportKeyword) return;
  const [from] = call.arguments;
  if (!from || !ts.isStringLiteral(from) || !isOurs(from.text)) return;
  for (const one of name.elements) if (ts.isIdentifier(one.name)) imported.set(one.name.text, one.name.text);
}

const textOf = (node: ts.TemplateExpression): string =>
  node.head.text + node.templateSpans.map(({ literal }) => `value${literal.text}`).join('');

/** Creates an error as the package does, to hand it to something. */
const createsError = (node: ts.Node): node is ts.NewExpression | ts.CallExpression =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
  ts.isIdentifier(node.expression) &&
  /^(Whereby\w*Error|create\w*Error)$/.test(node.expression.text);

export function readTests(): TestCode {
  const used = new Set<string>();
  const named = new Set<string>();
  const expected = new Set<string>();
  const texts: string[] = [];

  const say = (text: string, isCreated: boolean) => {
    texts.push(text);
    named.add(text);
    if (!isCreated) for (const [word] of text.matchAll(/\w+/g)) expected.add(word);
  };

  const readFile = (path: string) => {
    const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, false, kind);
    const imported = readImports(file);
    const visit = (node: ts.Node, isCreated: boolean): void => {
      if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isObjectBindingPattern(node)) return;
      if (ts.isStringLiteralLike(node)) say(node.text, isCreated);
      else if (ts.isTemplateExpression(node)) say(textOf(node), isCreated);
      else if (ts.isRegularExpressionLiteral(node)) say(node.text, isCreated);
      else if (ts.isVariableDeclaration(node)) readDynamicImport(node, imported);
      else if (ts.isIdentifier(node)) {
        const name = imported.get(node.text);
        if (name) used.add(name);
      } else if (ts.isPropertyAccessExpression(node)) {
        named.add(node.name.text);
        if (ts.isIdentifier(node.expression) && imported.get(node.expression.text) === '') used.add(node.name.text);
        return visit(node.expression, isCreated);
      } else if ((ts.isPropertyAssignment(node) || ts.isJsxAttribute(node)) && ts.isIdentifier(node.name)) {
        named.add(node.name.text);
        expected.add(node.name.text);
        if (node.initializer) visit(node.initializer, isCreated);
        return;
      } else if (ts.isShorthandPropertyAssignment(node)) named.add(node.name.text);
      ts.forEachChild(node, (child) => visit(child, isCreated || createsError(node)));
    };
    visit(file, false);
  };

  for (const path of readdirSync('test', { recursive: true, encoding: 'utf8' }))
    if (/\.tsx?$/.test(path) && !path.includes('node_modules') && !path.includes('registries/'))
      readFile(`test/${path}`);
  return { used, named, expected, texts };
}
