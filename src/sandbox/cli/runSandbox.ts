import { WherebyError } from '../../errors/WherebyError.js';
import type { Sandbox } from '../server/Sandbox.js';
import { startSandbox } from '../server/startSandbox.js';
import { listOwnAddresses } from './listOwnAddresses.js';
import { moveToFreePorts } from './moveToFreePorts.js';
import { parseSandboxArguments, sandboxHelp } from './parseSandboxArguments.js';
import type { EnvironmentVariables } from '../../server/environment/EnvironmentVariables.js';
import type { SandboxArguments } from './parseSandboxArguments.js';
import { readCommandOptions } from './readCommandOptions.js';

/** What other machines can do, if they can reach it. */
function describeOpenness(sandbox: Sandbox): string {
  const { port } = new URL(sandbox.url);
  const urls = listOwnAddresses().map((address) => `http://${address}:${port}`);
  return `
Warning: other machines can reach this sandbox${urls.length ? `, as ${urls.join(', ')}` : ''}.
Open to all of them: the rooms, and the control page and API, which create, change and delete everything in it.
The REST API needs the key above, which is shown here only. Do not expose it to the internet.`;
}

function describe(sandbox: Sandbox, certificateFile: string | undefined, opensRooms: boolean): string {
  const environment: EnvironmentVariables = {
    WHEREBY_API_URL: sandbox.apiUrl,
    WHEREBY_API_KEY: sandbox.apiKey,
    WHEREBY_WEBHOOK_SECRET: sandbox.webhookSecret,
  };
  return [
    `Sandbox            ${sandbox.url}`,
    ...(sandbox.tlsUrl === null ? [] : [`Over https         ${sandbox.tlsUrl}`]),
    ...(certificateFile === undefined ? [] : [`Certificate        ${certificateFile}`]),
    `Rooms              ${sandbox.roomOrigin}/<room-name>`,
    ...(opensRooms ? ['                   Any name: the room is created when it is opened first'] : []),
    '',
    ...Object.entries(environment).map(([name, value]) => `${name}=${value}`),
    ...(sandbox.isOpen ? [describeOpenness(sandbox)] : []),
  ].join('\n');
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
    const { options, certificateFile } = await readCommandOptions(values);
    const sandbox = await startSandbox(await moveToFreePorts(options, console.error));
    console.log(describe(sandbox, certificateFile, options.rules?.openRooms === true));
    await waitForInterrupt();
    await sandbox.close();
    return 0;
  } catch (error) {
    if (!(error instanceof WherebyError)) throw error;
    console.error(error.message);
    return 1;
  }
}
