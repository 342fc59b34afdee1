#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { runDoctor } from './cli/runDoctor.js';
import { runExplain } from './cli/runExplain.js';
import { runMigrate } from './cli/runMigrate.js';
import { runSandbox } from './cli/runSandbox.js';
import { suggest } from './cli/suggest.js';

interface Subcommand {
  readonly does: string;
  readonly example: string;
  /** Gets the arguments after the subcommand's name. Returns the exit code. */
  run(args: readonly string[]): Promise<number>;
}

const subcommands: Readonly<Record<string, Subcommand>> = {
  sandbox: {
    does: 'Starts a local stand-in for the service, where every room that is opened is there.',
    example: 'sandbox',
    run: runSandbox,
  },
  explain: {
    does: 'Shows what a room address says, and what is wrong with it.',
    example: 'explain "https://acme.whereby.com/demo?chat=off&minimal"',
    run: (args) => runExplain(args),
  },
  doctor: {
    does: 'Checks key, budget, clock, allowed domains and webhook secret.',
    example: 'doctor --page https://app.acme.com',
    run: (args) => runDoctor(args),
  },
  migrate: {
    does: 'Turns iframes and <whereby-embed> elements of an app into <WherebyEmbed>.',
    example: 'migrate src',
    run: (args) => runMigrate(args),
  },
};

const list = Object.entries(subcommands);
const usage = `Usage: react-whereby-embed <command>

${list.map(([name, { does }]) => `  ${name.padEnd(10)}${does}`).join('\n')}

  --help      Shows this, or the options of a command
  --version   Shows the version

Examples:
${list.map(([, { example }]) => `  npx react-whereby-embed ${example}`).join('\n')}`;

const readVersion = async () => {
  const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
};

async function run([name = '--help', ...args]: readonly string[]): Promise<number> {
  if (name === 'help' && args[0]) return run([args[0], '--help']);
  const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (subcommand) return subcommand.run(args);
  if (['--help', '-h', 'help'].includes(name)) console.log(usage);
  else if (['--version', '-v'].includes(name)) console.log(await readVersion());
  else {
    const problem = name.startsWith('-')
      ? `The option ${name.split('=')[0]} needs a command before it.`
      : `There is no command "${name}".${suggest(name, Object.keys(subcommands))}`;
    console.error(`${problem}\n\n${usage}`);
    return 2;
  }
  return 0;
}

process.exitCode = await run(process.argv.slice(2));
