import { createRoot } from 'react-dom/client';
import { parseRoomUrl } from '../../params/parseRoomUrl.js';
import { App } from './components/App.js';
import { chooseConnection } from './connection/chooseConnection.js';
import { readStaging } from './connection/staging.js';
import { stageFirst } from './connection/stageFirst.js';
import { createRandomId } from './createRandomId.js';
import { loadLabels } from './labels/loadLabels.js';
import { checkDevice } from './media/checkDevice.js';
import { createDevices } from './media/createDevices.js';
import { createEmbeddingPage } from './session/createEmbeddingPage.js';
import { createSession } from './session/createSession.js';
import { stageSession } from './session/stageSession.js';

const DEVICE_KEY = 'react-whereby-embed-sandbox-device';

/** Kept for the tab, so that a reload is recognised. Each tab has its own: one machine can be several people. */
function readDeviceId(): string {
  try {
    const id = sessionStorage.getItem(DEVICE_KEY) ?? createRandomId();
    sessionStorage.setItem(DEVICE_KEY, id);
    return id;
  } catch {
    // The browser forbids storage in this frame.
    return createRandomId();
  }
}

async function start(): Promise<void> {
  // In the hash, because the service has no such parameters.
  const staging = readStaging(location.hash);
  const { documentElement } = document;
  if (staging.theme) documentElement.dataset['theme'] = staging.theme;
  if (staging.direction) documentElement.dir = staging.direction;
  const parsed = parseRoomUrl(location.href);
  const query = new URLSearchParams(location.search);
  const jsApi = query.get('jsApi') === 'true';
  const { aec = true, agc = true, audioDenoiser = false } = parsed.params;
  const devices = createDevices(() => ({
    echoCancellation: aec,
    autoGainControl: agc,
    noiseSuppression: audioDenoiser,
  }));
  // As a static file the page can be at rooms/demo/index.html.
  const segments = decodeURIComponent(parsed.roomName)
    .split('/')
    .filter((segment) => segment && segment !== 'index.html');
  const roomName = `/${segments.at(-1) ?? 'demo'}`;
  const session = createSession({
    parsed,
    roomName,
    roomKey: query.get('roomKey'),
    jsApi,
    connect: stageFirst(await chooseConnection(roomName), staging.room),
    page: createEmbeddingPage(jsApi),
    deviceId: readDeviceId(),
    enterDirectly: staging.isStraightIn,
    askDevices: devices.ask,
    checkDevice: (step) => checkDevice(step, devices.stream()),
  });
  addEventListener('pagehide', () => session.close());
  stageSession(session, staging);
  const labels = await loadLabels(session.getState().language);
  createRoot(document.getElementById('room')!).render(<App session={session} devices={devices} labels={labels} />);
}

void start();
