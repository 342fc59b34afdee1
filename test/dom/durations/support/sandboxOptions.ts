import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox, SandboxOptions } from 'react-whereby-embed/sandbox';
import { createWorld } from '../../../../src/sandbox/core/index.js';
import { defaultRules } from '../../../../src/sandbox/core/Rules.js';
import type { DurationOption, DurationOptions } from './DurationOption.js';

/** What is never due must not be among what a snapshot holds: JSON has no `Infinity`. */
const playWithRule = (name: string): DurationOption => ({
  use(value: number) {
    const world = createWorld({ rules: { [name]: value } });
    const { meetingId } = world.createMeeting({ endDate: Date.now() + 60_000 });
    world.join(meetingId);
    world.setRecording(meetingId, true);
    const { jobs } = world.snapshot();
    world.stop();
    if (JSON.stringify(jobs).includes('null')) throw new Error('A job of the snapshot has no time.');
  },
});

/** An option of a sandbox that listens. */
const withSandbox =
  (options: (value: number) => SandboxOptions, act: (sandbox: Sandbox, value: number) => unknown = () => undefined) =>
  async (value: number) => {
    const sandbox = await startSandbox(options(value));
    try {
      await act(sandbox, value);
    } finally {
      await sandbox.close();
    }
  };

const listRooms = ({ apiUrl, apiKey }: Sandbox) =>
  fetch(`${apiUrl}/insights/rooms`, { headers: { authorization: `Bearer ${apiKey}` } }).then((response) => {
    if (!response.ok) throw new Error(`The response is ${response.status}.`);
  });

const rules = Object.keys(defaultRules).filter((name) => name.endsWith('Ms'));

/** The options of the sandbox. */
export const sandboxOptions: DurationOptions = {
  ...Object.fromEntries(rules.map((name) => [name, playWithRule(name)])),
  insightsLagMs: { use: withSandbox((insightsLagMs) => ({ api: { insightsLagMs } }), listRooms) },
  'delivery: timeoutMs': { use: withSandbox((timeoutMs) => ({ delivery: { timeoutMs } })) },
  'webhooks.set: timeoutMs': {
    use: withSandbox(
      () => ({}),
      ({ webhooks }, timeoutMs) => webhooks.set({ timeoutMs }),
    ),
  },
  retryDelaysMs: { use: withSandbox((delay) => ({ delivery: { retryDelaysMs: [delay] } })) },
  latencyMs: {
    use: withSandbox(
      () => ({}),
      ({ faults }, latencyMs) => faults.add({ latencyMs }),
    ),
  },
  delayMs: {
    use: withSandbox(
      () => ({}),
      ({ webhooks }, delayMs) => webhooks.next({ delayMs }),
    ),
  },
  shuffleMs: {
    use: withSandbox(
      () => ({}),
      ({ webhooks }, shuffleMs) => webhooks.next({ shuffleMs }),
    ),
  },
  'clock.advance': {
    use: (ms: number) => createWorld().clock.advance(ms),
    refuses: [Infinity, 2 ** 53, Number.MAX_VALUE],
  },
};
