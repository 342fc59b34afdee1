import { WherebyError } from '../../errors/WherebyError.js';
import type { Sandbox } from '../server/Sandbox.js';
import { startSandbox } from '../server/startSandbox.js';
import { parseSandboxArguments, sandboxHelp } from './parseSandboxArguments.js';
import type { EnvironmentVariables } from '../../server/environment/EnvironmentVariables.js';
import type { SandboxArguments } from './parseSandboxArguments.js';
import { readCommandOptions } from './readCommandOptions.js';

function describe(sandbox: Sandbox): string {
  const environment: EnvironmentVariables = {
    WHEREBY_API_URL: sandbox.apiUrl,
    WHEREBY_API_KEY: sandbox.apiKey,
    WHEREBY_WEBHOOK_SECRET: sandbox.webhookSecret,
  };
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return `Sandbox            ${sandbox.url}
Rooms              ${sandbox.roomOrigin}/<room-name>

${lines.join('\n')}`;
}

const waitForInterrupt = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

/**
 * The command `sandbox`: runs until it is interrupted.
 * @param args what follows the command's name
 * @returns the exit code: 0 if it was interrupted, 1 if it could not start, 2 if an argument is unknown
 */
export async function runSandbox(args: readonly string[]): Promise<number> {
  let values: SandboxArguments;
  try {
    values = parseSandboxArguments(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${sandboxHelp}`);
    return 2;
  }
  if (values.help) {
    console.log(sandboxHelp);
    return 0;
  }
  try {
    const sandbox = await startSandbox(await readCommandOptions(values));
    console.log(describe(sandbox));
    await waitForInterrupt();
    await sandbox.close();
    return 0;
  } catch (error) {
    if (!(error instanceof WherebyError)) throw error;
    console.error(error.message);
    return 1;
  }
}
