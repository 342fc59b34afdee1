import { useTexts } from '../texts/useTexts.js';
import { useMicrophoneLevel } from './useMicrophoneLevel.js';

interface DevicePreviewProps {
  readonly stream: MediaStream;
  readonly onStop: () => void;
}

/** What the camera sees, and how loud the microphone hears. Nothing of it leaves the page. */
export function DevicePreview({ stream, onStop }: DevicePreviewProps) {
  const { devices } = useTexts();
  const level = useMicrophoneLevel(stream);
  const [camera] = stream.getVideoTracks();
  const [microphone] = stream.getAudioTracks();
  const show = (video: HTMLVideoElement | null) => {
    if (video && video.srcObject !== stream) video.srcObject = stream;
  };
  return (
    <>
      <video className="device-picture" ref={show} autoPlay muted playsInline aria-label={devices.picture} />
      <p className="soft">
        {camera?.label} · {microphone?.label}
      </p>
      <label className="device-level">
        {devices.level}
        <meter min={0} max={1} value={level} />
      </label>
      <p className="soft">{devices.local}</p>
      <button type="button" className="button" onClick={onStop}>
        {devices.stop}
      </button>
    </>
  );
}
