#!/usr/bin/env node
import { runDoctor } from './cli/runDoctor.js';
import { runSandbox } from './cli/runSandbox.js';

/** What comes after `react-whereby-embed`: each gets the arguments after its name and answers the exit status. */
const subcommands: Readonly<Record<string, { readonly does: string; run(args: readonly string[]): Promise<number> }>> =
  {
    sandbox: { does: 'Starts a local stand-in for the service.', run: runSandbox },
    doctor: { does: 'Checks key, budget, clock, allowed domains and webhook secret.', run: (args) => runDoctor(args) },
  };

const usage = `Usage: react-whereby-embed <command>

${Object.entries(subcommands)
  .map(([name, { does }]) => `  ${name.padEnd(10)}${does}`)
  .join('\n')}

\`react-whereby-embed <command> --help\` tells more.`;

const [name = '', ...args] = process.argv.slice(2);
const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
if (subcommand) process.exitCode = await subcommand.run(args);
else {
  const isAsked = name === '--help' || name === '-h';
  (isAsked ? console.log : console.error)(name && !isAsked ? `There is no command "${name}".\n\n${usage}` : usage);
  process.exitCode = isAsked ? 0 : 2;
}
