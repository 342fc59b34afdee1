import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Consumer } from './Consumer.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sharedFolder = fileURLToPath(new URL('../shared/', import.meta.url));

/** The same module as plain JavaScript. */
const toJavaScript = (source: string): string =>
  ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, jsx: ts.JsxEmit.ReactJSX },
  }).outputText;

/** Copies files that apps share into an app, over those that are there. */
export function copyShared(consumer: Consumer, appFolder: string, name: string): void {
  const from = join(sharedFolder, name);
  if (consumer.sharedFolder === undefined || !existsSync(from)) return;
  const to = join(appFolder, consumer.sharedFolder);
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from)) {
    if (consumer.language === 'js' && /\.tsx?$/.test(file))
      writeFileSync(join(to, file.replace(/\.tsx?$/, '.js')), toJavaScript(readFileSync(join(from, file), 'utf8')));
    else cpSync(join(from, file), join(to, file));
  }
}

/** Copies an app out of this repository, so that it finds nothing of it, with what all apps of its group share. */
export function prepareApp(consumer: Consumer, appFolder: string): void {
  rmSync(appFolder, { recursive: true, force: true });
  mkdirSync(appFolder, { recursive: true });
  cpSync(consumer.folder, appFolder, { recursive: true });
  copyShared(consumer, appFolder, consumer.group);
  if (consumer.isBackend) copyShared(consumer, appFolder, 'backend');
  for (const [name, path] of Object.entries(consumer.copies ?? {})) {
    const copy = join(appFolder, name);
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, toJavaScript(readFileSync(join(root, path), 'utf8')));
  }
}
