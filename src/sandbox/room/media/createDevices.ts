/** The participant's own camera and microphone, where the browser grants them. */
export interface Devices {
  /** Answers whether what was asked for may be used. Never rejects. */
  ask(what: { readonly camera: boolean }): Promise<boolean>;
  readonly stream: () => MediaStream | null;
  subscribe(listener: () => void): () => void;
}

export function createDevices(constraints: () => MediaTrackConstraints): Devices {
  const listeners = new Set<() => void>();
  let stream: MediaStream | null = null;
  return {
    async ask({ camera }) {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ audio: constraints(), video: camera });
        listeners.forEach((listener) => listener());
        return true;
      } catch {
        // Refused, no such device, or not allowed in this frame: a drawn picture takes its place.
        return false;
      }
    },
    stream: () => stream,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
