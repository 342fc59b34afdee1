import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * Writes a library that re-exports everything of the package, and a constant for every value, what it returns and what
 * that has, without types: TypeScript must be able to name all of them in the library's declarations, where pnpm links
 * packages (TS2742, TS2883, TS4023 and the like).
 */
const manifest = JSON.parse(readFileSync('node_modules/react-whereby-embed/package.json', 'utf8'));
const entries = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
  typeof target === 'string' ? [] : [subpath.replace('.', 'react-whereby-embed')],
);
const options = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  strict: true,
  declaration: true,
  emitDeclarationOnly: true,
  outDir: 'declarations',
};
const nameFile = (entry) => `src/${entry.replaceAll('/', '-')}.ts`;

mkdirSync('src', { recursive: true });
for (const entry of entries) writeFileSync(nameFile(entry), `export * from '${entry}';\n`);
const program = ts.createProgram(entries.map(nameFile), options);
const checker = program.getTypeChecker();

const isOurs = (type) =>
  [type.symbol, type.aliasSymbol].some((symbol) =>
    symbol?.declarations?.some((declaration) => declaration.getSourceFile().fileName.includes('/react-whereby-embed/')),
  );

/** Expressions for a value, for what calling it returns, and for the members of that, as far as they are our types. */
function expressionsFor(expression, type, seen, depth = 0) {
  const present = checker.getNonNullableType(type);
  const [signature, ...others] = present.getCallSignatures();
  // What a generic function returns depends on its caller.
  if (signature && others.length === 0 && !signature.typeParameters) {
    const returned = signature.getReturnType();
    const called = `returned(${expression}!)`;
    return [expression, ...expressionsFor(called, checker.getAwaitedType(returned) ?? returned, seen, depth)];
  }
  if (signature || depth > 3 || seen.has(present) || present.isUnion() || !isOurs(present)) return [expression];
  seen.add(present);
  const members = present.getProperties().filter(({ name }) => /^\w+$/.test(name));
  return [
    expression,
    ...members.flatMap((member) =>
      expressionsFor(`${expression}!.${member.name}`, checker.getTypeOfSymbol(member), seen, depth + 1),
    ),
  ];
}

let count = 0;
for (const entry of entries) {
  const file = program.getSourceFile(nameFile(entry));
  const seen = new Set();
  const constants = checker
    .getExportsOfModule(checker.getSymbolAtLocation(file))
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .filter(({ flags }) => flags & ts.SymbolFlags.Value)
    .flatMap((symbol) => expressionsFor(`entry.${symbol.name}`, checker.getTypeOfSymbolAtLocation(symbol, file), seen))
    .map((expression, index) => `export const value${index} = ${expression};`);
  count += constants.length;
  const lines = [
    `export * from '${entry}';`,
    `import * as entry from '${entry}';`,
    'declare function returned<Call extends (...args: never[]) => unknown>(call: Call): Awaited<ReturnType<Call>>;',
    ...constants,
  ];
  writeFileSync(nameFile(entry), `${lines.join('\n')}\n`);
}

const library = ts.createProgram(entries.map(nameFile), options);
const { diagnostics } = library.emit();
const errors = [...ts.getPreEmitDiagnostics(library), ...diagnostics].map(
  ({ code, messageText }) => `TS${code} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
);
if (errors.length > 0) throw new Error([...new Set(errors)].join('\n'));
if (count < 200) throw new Error(`Only ${count} values were found.`);
console.log(`${count} values of ${entries.length} entries can be named.`);
