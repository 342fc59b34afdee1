import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Every entry by `import` and by `require`, and the sandbox by its command, on the Node that runs this.
const require = createRequire(import.meta.url);
const folder = 'node_modules/react-whereby-embed';
const { exports, bin } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));

for (const [name, target] of Object.entries(exports)) {
  if (typeof target === 'string') continue;
  const entry = name.replace('.', 'react-whereby-embed');
  const imported = Object.keys(await import(entry));
  const required = Object.keys(require(entry)).filter((key) => key !== '__esModule');
  if (imported.length === 0 || required.length !== imported.length)
    throw new Error(`${entry}: ${imported}; ${required}`);
}

const command = spawn(process.execPath, [`${folder}/${bin['react-whereby-embed']}`, 'sandbox', '--port', '0']);
let output = '';
const { url, key } = await new Promise((resolve, reject) => {
  const note = (chunk) => {
    output += chunk;
    const [, url] = /^WHEREBY_API_URL=(.+)$/m.exec(output) ?? [];
    const [, key] = /^WHEREBY_API_KEY=(.+)$/m.exec(output) ?? [];
    if (url && key) resolve({ url, key });
  };
  command.stdout.on('data', note);
  command.stderr.on('data', note);
  command.once('exit', () => reject(new Error(output)));
});
const response = await globalThis.fetch(`${url}/meetings`, { headers: { authorization: `Bearer ${key}` } });
command.kill();
if (response.status !== 200) throw new Error(`The sandbox responds with ${response.status}.`);
console.log(`${process.version}: every entry and the command work.`);
