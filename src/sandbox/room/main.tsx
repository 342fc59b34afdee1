import { createRoot } from 'react-dom/client';
import { parseRoomUrl } from '../../params/parseRoomUrl.js';
import { App } from './components/App.js';
import { chooseConnection } from './connection/chooseConnection.js';
import { loadLabels } from './labels/loadLabels.js';
import { createDevices } from './media/createDevices.js';
import { checkDevice } from './media/checkDevice.js';
import { randomId } from './randomId.js';
import { createSession } from './session/createSession.js';
import { createEmbeddingPage } from './session/createEmbeddingPage.js';

const DEVICE = 'react-whereby-embed-sandbox-device';

/** Known again after a reload of the tab, and another in every tab: that is how several people are tried on one machine. */
function deviceId(): string {
  try {
    const id = sessionStorage.getItem(DEVICE) ?? randomId();
    sessionStorage.setItem(DEVICE, id);
    return id;
  } catch {
    return randomId();
  }
}

async function start(): Promise<void> {
  const parsed = parseRoomUrl(location.href);
  const query = new URLSearchParams(location.search);
  const { aec = true, agc = true, audioDenoiser = false } = parsed.params;
  const devices = createDevices(() => ({
    echoCancellation: aec,
    autoGainControl: agc,
    noiseSuppression: audioDenoiser,
  }));
  // As a static file the page may be called rooms/demo/index.html.
  const segments = decodeURIComponent(parsed.roomName)
    .split('/')
    .filter((one) => one && one !== 'index.html');
  const roomName = `/${segments.at(-1) ?? 'demo'}`;
  const session = createSession({
    parsed,
    roomName,
    roomKey: query.get('roomKey'),
    jsApi: query.get('jsApi') === 'true',
    connect: await chooseConnection(roomName),
    page: createEmbeddingPage(query.get('jsApi') === 'true'),
    deviceId: deviceId(),
    // Not a parameter of rooms: part of the address after "#", which no real room reads.
    straightIn: location.hash === '#meeting',
    askDevices: devices.ask,
    checkDevice: (step) => checkDevice(step, devices.stream()),
  });
  addEventListener('pagehide', () => session.close());
  const labels = await loadLabels(session.getState().language);
  createRoot(document.getElementById('room')!).render(<App session={session} devices={devices} labels={labels} />);
}

void start();
