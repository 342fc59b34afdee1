import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Checks the app and every declaration of the package with each TypeScript, each way to resolve modules, and the types of
 * React 18 and 19. A cell that does not work must fail as `expectedErrors` says, which the guide explains.
 */
const require = createRequire(import.meta.url);
const compilers = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).devDependencies).filter((name) =>
  name.startsWith('typescript-'),
);

const resolutions = {
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
  node16: { module: 'node16', moduleResolution: 'node16' },
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  node: { module: 'esnext', moduleResolution: 'node10' },
};
const strict = {
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: ['node'],
  jsx: 'react-jsx',
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
};

/** Errors that a cell must have, and no others. The guide to TypeScript explains each. */
function expectedErrors(version, resolution) {
  const [major, minor] = version.split('.').map(Number);
  const errors = [];
  if (resolution === 'node' && major > 6) errors.push('TS5108'); // removed
  // CommonJS that imports ES modules: `require` of Node 22.12, which TypeScript 5.8 knows for nodenext.
  const knowsRequire = resolution === 'nodenext' && (major > 5 || minor >= 8);
  if (resolution.startsWith('node') && resolution !== 'node' && !knowsRequire) errors.push('TS1471');
  return errors;
}

/** Parsed files, for all checks by one compiler. */
function createHost(ts, options, folder, parsed) {
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getCurrentDirectory = () => folder;
  host.getSourceFile = (name, languageVersion, ...rest) => {
    const key = `${name} ${languageVersion.impliedNodeFormat} ${languageVersion.jsDocParsingMode}`;
    if (!parsed.has(key)) parsed.set(key, getSourceFile(name, languageVersion, ...rest));
    return parsed.get(key);
  };
  return host;
}

/** Errors in the app, its options and the package; not those that other packages have among themselves. */
function checkByApi(ts, parsed, folder, config) {
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const program = ts.createProgram({
    rootNames: fileNames,
    options,
    host: createHost(ts, options, folder, parsed),
  });
  const own = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(`${folder}/src/`) || fileName.includes('/react-whereby-embed/'));
  if (!own.some(({ fileName }) => fileName.includes('/react-whereby-embed/')) && errors.length === 0)
    throw new Error('The package was not found.');
  return [
    ...errors,
    ...program.getOptionsDiagnostics(),
    ...own.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ].map(
    ({ code, file, start, messageText }) =>
      `TS${code} ${file?.fileName ?? ''}:${start ?? ''} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
  );
}

/** TypeScript 7 is a native program, with an API of its own. */
function checkByCommand(compiler, folder, config) {
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  try {
    const tsc = join(import.meta.dirname, 'node_modules', compiler, 'bin', 'tsc');
    execFileSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' });
    return [];
  } catch (error) {
    return error.stdout
      .split('\n')
      .filter((line) => /error TS\d+/.test(line))
      .map((line) => line.replace(/^(.*)error (TS\d+): /, '$2 $1'));
  }
}

cpSync('src', 'react18/src', { recursive: true });
const folders = { 'React 19': import.meta.dirname, 'React 18': join(import.meta.dirname, 'react18') };
const table = {};
const failures = [];

for (const compiler of compilers) {
  const { version } = require(`${compiler}/package.json`);
  const ts = Number(version.split('.')[0]) < 7 ? require(compiler) : undefined;
  const parsed = new Map();
  for (const [react, folder] of Object.entries(folders))
    for (const [resolution, resolve] of Object.entries(resolutions)) {
      const files = ['src/page.tsx', 'src/server.ts', 'src/tests.ts'];
      if (resolve.module !== 'esnext') files.push('src/commonjs.cts');
      // TypeScript 6 says with an error that `node` is deprecated.
      const silenced = resolution === 'node' && version.startsWith('6.') ? { ignoreDeprecations: '6.0' } : {};
      const config = { compilerOptions: { ...strict, ...resolve, ...silenced }, files };
      const errors = ts ? checkByApi(ts, parsed, folder, config) : checkByCommand(compiler, folder, config);
      const expected = expectedErrors(version, resolution);
      const found = [...new Set(errors.map((line) => line.split(' ')[0]))];
      const isAsExpected = found.join() === expected.join();
      const column = `${react}, ${resolution}`;
      (table[version] ??= {})[column] = isAsExpected ? ['works', ...expected].join(', but ') : 'FAILS';
      if (!isAsExpected)
        failures.push(`TypeScript ${version}, ${column}, expected ${expected.join() || 'no error'}:`, ...errors);
    }
}
console.table(table);
if (failures.length > 0) throw new Error(failures.join('\n'));
