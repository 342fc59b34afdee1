import { useEffect, useState } from 'react';

/** How loud the microphone is, from 0 to 1, about ten times a second. */
export function useMicrophoneLevel(stream: MediaStream): number {
  const [level, setLevel] = useState(0);

  useEffect(() => {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    const samples = new Uint8Array(analyser.fftSize);
    context.createMediaStreamSource(stream).connect(analyser);
    const timer = setInterval(() => {
      analyser.getByteTimeDomainData(samples);
      // 128 is silence. Speech rarely reaches a third of the scale, so a third is full.
      setLevel(Math.min(1, Math.max(...samples.map((sample) => Math.abs(sample - 128))) / 42));
    }, 100);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [stream]);

  return level;
}
