import ts from 'typescript';

/** A type as a reader would write it: without `readonly` and without the `undefined` of what is optional. */
export const tidy = (type: string): string =>
  type
    .replaceAll('readonly ', '')
    .replaceAll(' | undefined', '')
    .replace(/^\((.*=>.*)\)$/, '$1')
    .replace(/;( })/g, '$1');

/**
 * The members of a type that a file exports, each with its type as a reader would write it: readonly left out,
 * `undefined` of an optional member too.
 */
export function typesOf(file: string, name: string): ReadonlyMap<string, string> {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [file] }, ts.sys, '.');
  const program = ts.createProgram([file], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const symbol = module && checker.getExportsOfModule(module).find((one) => one.name === name);
  if (!symbol) throw new Error(`${file} exports no ${name}.`);
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
  return new Map(
    checker
      .getDeclaredTypeOfSymbol(target)
      .getProperties()
      .map((member) => {
        const text = checker.typeToString(checker.getTypeOfSymbol(member), undefined, flags);
        return [member.name, tidy(text)] as const;
      }),
  );
}
