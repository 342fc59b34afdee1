import { MeetingProblem } from 'react-whereby-embed';
import { Icon } from '../parts/Icon.js';
import { Notice } from '../parts/Notice.js';
import { useTexts } from '../texts/useTexts.js';
import { DevicePreview } from './DevicePreview.js';
import { useDeviceCheck } from './useDeviceCheck.js';

/** Whether camera and microphone work, before anybody waits for them. */
export function DeviceCheck() {
  const { devices } = useTexts();
  const check = useDeviceCheck();
  return (
    <section className="card devices" aria-labelledby="devices">
      <h2 id="devices">{devices.title}</h2>
      {check.status === 'working' && <DevicePreview stream={check.stream} onStop={check.stop} />}
      {check.status === 'denied' && <MeetingProblem cause="camera" onRetry={() => void check.start()} />}
      {check.status === 'missing' && (
        <Notice tone="warn" icon="warning" role="alert">
          {devices.missing}
        </Notice>
      )}
      {check.status !== 'working' && check.status !== 'denied' && (
        <>
          <div className="device-picture device-picture-off">
            <Icon name="camera" />
          </div>
          <button
            type="button"
            className="button"
            aria-disabled={check.status === 'asking'}
            onClick={() => check.status !== 'asking' && void check.start()}
          >
            {check.status === 'missing' ? devices.again : devices.start}
          </button>
        </>
      )}
    </section>
  );
}
