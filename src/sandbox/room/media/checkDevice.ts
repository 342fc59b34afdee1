import type { CheckStep } from '../session/SessionState.js';

/** How a step of the test before the call went, and what it was tried with. */
export interface Checked {
  readonly passed: boolean;
  /** A device's name, or a figure; empty where there is nothing to tell. */
  readonly detail: string;
}

/** As long as a camera or microphone is waited for. */
const PATIENCE_MS = 3_000;
/** Less than a call at the lowest quality needs. */
const LEAST_KBITS = 128;

const failed: Checked = { passed: false, detail: '' };

const liveTrack = (tracks: readonly MediaStreamTrack[] = []) => tracks.find(({ readyState }) => readyState === 'live');

/** Passes once a picture has come. */
async function checkCamera(stream: MediaStream | null): Promise<Checked> {
  const track = liveTrack(stream?.getVideoTracks());
  if (!track) return failed;
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
  const picture = new Promise<boolean>((resolve) => {
    video.onloadeddata = () => resolve(video.videoWidth > 0);
    setTimeout(() => resolve(false), PATIENCE_MS);
  });
  video.srcObject = new MediaStream([track]);
  // Where nothing may play by itself, the first picture comes all the same.
  video.play().catch(() => undefined);
  const passed = await picture;
  const size = passed ? ` · ${video.videoWidth}×${video.videoHeight}` : '';
  video.srcObject = null;
  return { passed, detail: track.label + size };
}

/** Passes once anything but dead silence has come; before anything was pressed no page may listen, and the device is believed. */
async function checkMicrophone(stream: MediaStream | null): Promise<Checked> {
  const track = liveTrack(stream?.getAudioTracks());
  if (!track || track.muted) return failed;
  if (!navigator.userActivation.hasBeenActive) return { passed: true, detail: track.label };
  const context = new AudioContext();
  try {
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const heard = new Float32Array(analyser.fftSize);
    const until = Date.now() + PATIENCE_MS;
    do {
      await new Promise((resolve) => setTimeout(resolve, 50));
      analyser.getFloatTimeDomainData(heard);
    } while (heard.every((sample) => sample === 0) && context.state === 'running' && Date.now() < until);
    const passed = context.state !== 'running' || heard.some((sample) => sample !== 0);
    return { passed, detail: track.label };
  } finally {
    void context.close();
  }
}

/** Passes where there is something to hear with, or where the browser does not tell. */
async function checkSpeaker(): Promise<Checked> {
  const outputs = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'audiooutput');
  const isTold = 'setSinkId' in HTMLMediaElement.prototype;
  return { passed: outputs.length > 0 || !isTold, detail: outputs[0]?.label ?? '' };
}

/** Passes where the page's own script comes fast enough: the way to the sandbox, not to the service. */
async function checkBandwidth(): Promise<Checked> {
  const script = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? location.href;
  const start = performance.now();
  const { byteLength } = await (await fetch(script, { cache: 'no-store' })).arrayBuffer();
  const kbits = (byteLength * 8) / Math.max(1, performance.now() - start);
  return { passed: kbits >= LEAST_KBITS, detail: `${(kbits / 1_000).toFixed(1)} Mbit/s` };
}

/** One step of the test before the call, with what the browser has granted. Never rejects. */
export async function checkDevice(step: CheckStep, stream: MediaStream | null): Promise<Checked> {
  const check = {
    camera: () => checkCamera(stream),
    microphone: () => checkMicrophone(stream),
    speaker: checkSpeaker,
    bandwidth: checkBandwidth,
  }[step];
  try {
    return await check();
  } catch {
    // No such interface here, or the device or the network went away meanwhile.
    return failed;
  }
}
