#!/usr/bin/env node
import { runDoctor } from './cli/runDoctor.js';
import { runMigrate } from './cli/runMigrate.js';
import { runSandbox } from './cli/runSandbox.js';

interface Subcommand {
  readonly does: string;
  /** Gets the arguments after the subcommand's name. Returns the exit code. */
  run(args: readonly string[]): Promise<number>;
}

const subcommands: Readonly<Record<string, Subcommand>> = {
  sandbox: { does: 'Starts a local stand-in for the service.', run: runSandbox },
  doctor: {
    does: 'Checks key, budget, clock, allowed domains and webhook secret.',
    run: (args) => runDoctor(args),
  },
  migrate: {
    does: 'Turns iframes and <whereby-embed> elements of an app into <WherebyEmbed>.',
    run: (args) => runMigrate(args),
  },
};

const usage = `Usage: react-whereby-embed <command>

${Object.entries(subcommands)
  .map(([name, { does }]) => `  ${name.padEnd(10)}${does}`)
  .join('\n')}

Run \`react-whereby-embed <command> --help\` for the options.`;

const [name = '', ...args] = process.argv.slice(2);
const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
if (subcommand) process.exitCode = await subcommand.run(args);
else if (name === '--help' || name === '-h') console.log(usage);
else {
  console.error(name ? `There is no command "${name}".\n\n${usage}` : usage);
  process.exitCode = 2;
}
