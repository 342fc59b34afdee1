import ts from 'typescript';

interface Declared {
  readonly name: string;
  /** With its docblock, and without `export`. */
  readonly text: string;
  readonly isExported: boolean;
  /** Every name in it. */
  readonly mentions: ReadonlySet<string>;
}

const parse = (text: string) => ts.createSourceFile('types.d.ts', text, ts.ScriptTarget.Latest, true);

function readNames(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child)) names.add(child.text);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return names;
}

/** The name that a statement declares, if it declares exactly one. */
function readName(statement: ts.Statement): string | undefined {
  if (ts.isVariableStatement(statement)) {
    const [declaration, ...others] = statement.declarationList.declarations;
    return others.length === 0 ? declaration?.name.getText() : undefined;
  }
  return (statement as ts.Statement & { readonly name?: ts.Identifier }).name?.text;
}

function readDeclared(statement: ts.Statement): Declared | undefined {
  const name = readName(statement);
  if (name === undefined) return undefined;
  const text = statement.getFullText().trim();
  return {
    name,
    text: text.replace(/^export (?=declare )/m, ''),
    isExported: /^export declare /m.test(text),
    mentions: readNames(statement),
  };
}

/** Every declaration in a file by its name, of which overloads and merged declarations have several. */
function readAllDeclared(text: string): ReadonlyMap<string, readonly Declared[]> {
  const all = new Map<string, Declared[]>();
  for (const statement of parse(text).statements) {
    const declared = readDeclared(statement);
    if (declared) all.set(declared.name, [...(all.get(declared.name) ?? []), declared]);
  }
  return all;
}

/**
 * The declarations of an entry, in which those that another entry exports word for word are imported from it. What only
 * those mentioned is left out.
 * @param text the entry's declarations, in one file
 * @param base those of the other entry
 * @param path the way from the first file to the second: `./index.js`
 */
export function shareTypes(text: string, base: string, path: string): string {
  const there = readAllDeclared(base);
  const here = readAllDeclared(text);
  /** Whether both files have a declaration, and everything it mentions, word for word. */
  function isSame(name: string, visited = new Set<string>()): boolean {
    if (visited.has(name) || !here.has(name)) return true;
    visited.add(name);
    const [declared, ...overloads] = here.get(name)!;
    const counterparts = there.get(name) ?? [];
    return (
      overloads.length === 0 &&
      counterparts.length === 1 &&
      counterparts[0]!.text === declared!.text &&
      [...declared!.mentions].every((mention) => isSame(mention, visited))
    );
  }
  const isShared = ({ name }: Declared) => there.get(name)?.[0]?.isExported === true && isSame(name);
  const statements = parse(text).statements.map((statement) => ({ statement, declared: readDeclared(statement) }));

  const own = statements.filter(({ declared }) => !declared || !isShared(declared));
  const kept = new Set(own.filter(({ declared }) => !declared || declared.isExported));
  const mentioned = new Set<string>();
  for (const { statement, declared } of kept) {
    if (ts.isImportDeclaration(statement)) continue;
    for (const name of declared?.mentions ?? readNames(statement)) {
      mentioned.add(name);
      for (const other of own) if (other.declared?.name === name) kept.add(other);
    }
  }

  const shared = statements.flatMap(({ declared }) => (declared && isShared(declared) ? [declared] : []));
  const imported = shared.filter(({ name }) => mentioned.has(name)).map(({ name }) => name);
  const exportedAgain = shared.filter(({ isExported }) => isExported).map(({ name }) => name);
  const isNeeded = ({ statement }: (typeof own)[number]) =>
    !ts.isImportDeclaration(statement) || [...readNames(statement)].some((name) => mentioned.has(name));
  return [
    imported.length > 0 ? `import { ${imported.join(', ')} } from '${path}';\n` : '',
    exportedAgain.length > 0 ? `export { ${exportedAgain.join(', ')} } from '${path}';\n` : '',
    ...own
      .filter((entry) => kept.has(entry) && isNeeded(entry))
      .map(({ statement }) => `${statement.getFullText().trim()}\n`),
  ].join('');
}
