/** The participant's own camera and microphone, as far as the browser grants them. */
export interface Devices {
  /** Asks for them. Returns whether they may be used. Never rejects. */
  ask(request: { readonly camera: boolean }): Promise<boolean>;
  readonly stream: () => MediaStream | null;
  subscribe(listener: () => void): () => void;
}

export function createDevices(getConstraints: () => MediaTrackConstraints): Devices {
  const listeners = new Set<() => void>();
  let stream: MediaStream | null = null;
  return {
    async ask({ camera }) {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ audio: getConstraints(), video: camera });
        listeners.forEach((listener) => listener());
        return true;
      } catch {
        // Denied, no such device, or not allowed in this frame: a drawn picture is shown instead.
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
