import { toCanvas } from 'html-to-image';

export interface PictureOptions {
  readonly width: number;
  readonly height: number;
  /** Lines below the picture: the parameters. */
  readonly caption: readonly string[];
}

const LINE = 22;
const EDGE = 16;
const FONT = '14px ui-monospace, Menlo, Consolas, monospace';

/** Lines that are not wider than the picture. */
function wrap(context: CanvasRenderingContext2D, lines: readonly string[], width: number): string[] {
  return lines.flatMap((line) => {
    const wrapped: string[] = [];
    let rest = '';
    for (const letter of line) {
      if (rest && context.measureText(rest + letter).width > width) {
        wrapped.push(rest);
        rest = '';
      }
      rest += letter;
    }
    return [...wrapped, rest];
  });
}

/** A picture of what a frame of the page's own origin shows, with a caption below it. */
export async function takePicture(frame: HTMLIFrameElement, { width, height, caption }: PictureOptions): Promise<Blob> {
  const body = frame.contentDocument?.body;
  if (!body) throw new Error('A room of another origin cannot be drawn by the page.');
  const room = await toCanvas(body, { width, height, pixelRatio: 1, skipFonts: true });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to draw on.');
  context.font = FONT;
  const lines = wrap(context, caption, width - 2 * EDGE);
  canvas.width = width;
  canvas.height = height + (lines.length ? lines.length * LINE + 2 * EDGE : 0);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(room, 0, 0, width, height);
  context.font = FONT;
  context.fillStyle = '#18211f';
  context.textBaseline = 'middle';
  lines.forEach((line, index) => context.fillText(line, EDGE, height + EDGE + (index + 0.5) * LINE));
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be written.'))),
      'image/png',
    ),
  );
}
