import { pause } from '../../../server/pause.js';
import type { EventPayload } from '../../../protocol/types.js';
import type { CheckResult } from '../media/checkDevice.js';
import type { SessionStore } from './createSessionStore.js';
import type { CheckStep } from './SessionState.js';

/** Steps are not faster than a reader can follow. */
const STEP_MS = 350;

const steps: readonly CheckStep[] = ['camera', 'speaker', 'microphone', 'bandwidth'];

const passed: CheckResult = { passed: true, detail: '' };
const failed: CheckResult = { passed: false, detail: '' };

interface PrecallCheckOptions {
  readonly store: SessionStore;
  readonly checkDevice: (step: CheckStep) => Promise<CheckResult>;
  /** Resolves once the browser's question about camera and microphone is answered. */
  readonly waitForDevices: () => Promise<void>;
  readonly onCompleted: (result: EventPayload<'onPrecallCheckCompleted'>) => void;
}

/** The check before the call: one step after the other, until it is completed or cancelled. */
export function createPrecallCheck({ store, checkDevice, waitForDevices, onCompleted }: PrecallCheckOptions) {
  let current = new AbortController();

  const runStep = async (step: CheckStep): Promise<CheckResult> => {
    if (step === 'camera' && !store.getView().camera) return passed;
    if (step === 'bandwidth' && store.getState().connection !== 'stable') return failed;
    await waitForDevices();
    const isDenied = store.getState().devices === 'denied' && (step === 'camera' || step === 'microphone');
    return isDenied ? failed : checkDevice(step);
  };

  const getStatus = (step: CheckStep) => ({ status: store.getState().checkResults[step] ?? 'failed' }) as const;

  return {
    async start() {
      current.abort();
      current = new AbortController();
      const { signal } = current;
      store.set({ phase: 'check', checkResults: {}, checkDetails: {} });
      for (const step of steps) {
        const [result] = await Promise.all([runStep(step), pause(STEP_MS)]);
        const { phase, checkResults, checkDetails } = store.getState();
        if (signal.aborted || phase !== 'check') return;
        store.set({
          checkResults: { ...checkResults, [step]: result.passed ? 'passed' : 'failed' },
          checkDetails: { ...checkDetails, [step]: result.detail },
        });
      }
      const results = {
        camera: getStatus('camera'),
        speaker: getStatus('speaker'),
        microphone: getStatus('microphone'),
        bandwidth: getStatus('bandwidth'),
      };
      const allPassed = Object.values(results).every(({ status }) => status === 'passed');
      onCompleted({ status: allPassed ? 'passed' : 'failed', steps: results });
    },
    /** A cancelled check reports nothing more. */
    cancel: () => current.abort(),
  };
}
