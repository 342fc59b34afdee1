import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { minify } from 'vite';

/** Storybook ships its own interface as it was written, in megabytes: the built one is read by a browser only. */
const folder = 'storybook-static/sb-manager';

for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
  const path = `${folder}/${name}`;
  const { code, errors } = await minify(path, readFileSync(path, 'utf8'), { module: true });
  if (errors.length) throw new Error(`${path} cannot be minified: ${errors[0]!.message}`);
  writeFileSync(path, code);
}
