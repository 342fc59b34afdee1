import { pause } from '../../../server/pause.js';
import type { CheckStep } from '../session/SessionState.js';

/** The result of one step of the check before the call. */
export interface CheckResult {
  readonly passed: boolean;
  /** The device or a figure; empty if there is nothing to show. */
  readonly detail: string;
}

/** How long a camera may take for its first picture, and a microphone for its first sound. */
const DEVICE_TIMEOUT_MS = 3_000;
/** A call needs more than this at its lowest quality. */
const LEAST_KBITS = 128;

const failed: CheckResult = { passed: false, detail: '' };

const findLiveTrack = (tracks: readonly MediaStreamTrack[] = []) =>
  tracks.find(({ readyState }) => readyState === 'live');

/** Passes once a picture arrives. */
async function checkCamera(stream: MediaStream | null): Promise<CheckResult> {
  const track = findLiveTrack(stream?.getVideoTracks());
  if (!track) return failed;
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
  const picture = new Promise<boolean>((resolve) => {
    video.onloadeddata = () => resolve(video.videoWidth > 0);
    setTimeout(() => resolve(false), DEVICE_TIMEOUT_MS);
  });
  video.srcObject = new MediaStream([track]);
  // If autoplay is blocked the first picture is loaded nevertheless.
  video.play().catch(() => undefined);
  const passed = await picture;
  const size = passed ? ` · ${video.videoWidth}×${video.videoHeight}` : '';
  video.srcObject = null;
  return { passed, detail: track.label + size };
}

/**
 * Passes once anything but silence arrives. Before the first click or key no page may process sound, so a live track
 * has to do: https://developer.chrome.com/blog/autoplay#web_audio
 */
async function checkMicrophone(stream: MediaStream | null): Promise<CheckResult> {
  const track = findLiveTrack(stream?.getAudioTracks());
  if (!track || track.muted) return failed;
  if (!navigator.userActivation.hasBeenActive) return { passed: true, detail: track.label };
  const context = new AudioContext();
  try {
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const until = Date.now() + DEVICE_TIMEOUT_MS;
    const isSilent = () => samples.every((sample) => sample === 0);
    do {
      await pause(50);
      analyser.getFloatTimeDomainData(samples);
    } while (isSilent() && context.state === 'running' && Date.now() < until);
    return { passed: context.state !== 'running' || !isSilent(), detail: track.label };
  } finally {
    void context.close();
  }
}

/** Passes if there is a speaker, or if the browser does not list them: then it has no `setSinkId` either. */
async function checkSpeaker(): Promise<CheckResult> {
  const outputs = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'audiooutput');
  const isListed = 'setSinkId' in HTMLMediaElement.prototype;
  return { passed: outputs.length > 0 || !isListed, detail: outputs[0]?.label ?? '' };
}

/** Passes if the page's own script loads fast enough. That measures the way to the sandbox, not to the service. */
async function checkBandwidth(): Promise<CheckResult> {
  const script = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? location.href;
  const start = performance.now();
  const { byteLength } = await (await fetch(script, { cache: 'no-store' })).arrayBuffer();
  const kbits = (byteLength * 8) / Math.max(1, performance.now() - start);
  return { passed: kbits >= LEAST_KBITS, detail: `${(kbits / 1_000).toFixed(1)} Mbit/s` };
}

/** Checks one device, or the network, with what the browser has granted. Never rejects. */
export async function checkDevice(step: CheckStep, stream: MediaStream | null): Promise<CheckResult> {
  const check = {
    camera: () => checkCamera(stream),
    microphone: () => checkMicrophone(stream),
    speaker: checkSpeaker,
    bandwidth: checkBandwidth,
  }[step];
  try {
    return await check();
  } catch {
    // The browser lacks the interface, or the device or the network went away in the meantime.
    return failed;
  }
}
