/** The person shown in the window above the others. */
export interface ShownPerson {
  readonly name: string;
  readonly initials: string;
}

const WIDTH = 320;
const HEIGHT = 200;
/** A drawn person hardly moves. */
const REDRAW_MS = 500;

function draw(context: CanvasRenderingContext2D, { name, initials }: ShownPerson): void {
  context.fillStyle = '#e9dfcb';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = '#0b655d';
  context.beginPath();
  context.arc(WIDTH / 2, HEIGHT / 2 - 12, 52, 0, 2 * Math.PI);
  context.fill();
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = '#fff';
  context.font = '600 40px system-ui, sans-serif';
  context.fillText(initials, WIDTH / 2, HEIGHT / 2 - 12);
  context.fillStyle = '#18211f';
  context.font = '600 18px system-ui, sans-serif';
  context.fillText(name, WIDTH / 2, HEIGHT - 26, WIDTH - 24);
}

/**
 * Opens the browser's own picture-in-picture window with the person that `getPerson` returns.
 * @returns a function that closes it
 * @throws if the browser has none, this frame may not use it, or nobody has clicked anything yet
 */
export async function openPictureInPicture(getPerson: () => ShownPerson, onClosed: () => void): Promise<() => void> {
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
  const context = canvas.getContext('2d');
  if (!context || !document.pictureInPictureEnabled) throw new Error('Picture-in-picture is not available.');
  draw(context, getPerson());
  const timer = setInterval(() => draw(context, getPerson()), REDRAW_MS);
  const video = Object.assign(document.createElement('video'), { muted: true });
  video.srcObject = canvas.captureStream();
  const stop = () => {
    clearInterval(timer);
    video.srcObject = null;
  };
  try {
    await video.play();
    await video.requestPictureInPicture();
  } catch (error) {
    stop();
    throw error;
  }
  video.addEventListener('leavepictureinpicture', () => {
    stop();
    onClosed();
  });
  return () => {
    if (document.pictureInPictureElement === video) void document.exitPictureInPicture();
    else stop();
  };
}
