import { ink, monoFonts, paper } from '../../src/panels/tokens.generated.js';

export interface RoomPicture {
  readonly canvas: HTMLCanvasElement;
  readonly width: number;
  readonly height: number;
  /** Above it: which size it is. */
  readonly label?: string;
}

const LINE = 22;
const EDGE = 16;
const FONT = `14px ${monoFonts}`;
/** Light, whatever the page is: pictures go into tickets and documents. */
const pickLight = (token: string): string => token.match(/#\w+/)![0];

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

/** A PNG of rooms side by side, each with its label above it, and with a caption below them all. */
export async function writePicture(rooms: readonly RoomPicture[], caption: readonly string[]): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to draw on.');
  const isLabelled = rooms.some(({ label }) => label);
  const head = isLabelled ? EDGE + LINE : 0;
  const margin = isLabelled ? EDGE : 0;
  const width = rooms.reduce((sum, room) => sum + room.width + margin, margin);
  const height = head + Math.max(...rooms.map((room) => room.height));
  context.font = FONT;
  const lines = wrap(context, caption, width - 2 * EDGE);
  canvas.width = width;
  canvas.height = height + (lines.length ? lines.length * LINE + 2 * EDGE : 0);
  context.fillStyle = pickLight(paper);
  context.fillRect(0, 0, canvas.width, canvas.height);
  // A canvas that is given a size forgets everything else.
  context.font = FONT;
  context.fillStyle = pickLight(ink);
  context.textBaseline = 'middle';
  let left = margin;
  for (const room of rooms) {
    if (room.label) context.fillText(room.label, left, EDGE / 2 + LINE / 2, room.width);
    context.drawImage(room.canvas, left, head, room.width, room.height);
    left += room.width + margin;
  }
  lines.forEach((line, index) => context.fillText(line, EDGE, height + EDGE + (index + 0.5) * LINE));
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be written.'))),
      'image/png',
    ),
  );
}
