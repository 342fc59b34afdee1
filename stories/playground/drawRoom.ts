/** Nothing moves in a picture: what fades in would be at its first moment, which is invisible. */
const STILL = '*, ::before, ::after { animation: none !important; transition: none !important; }';

const rulesOf = (page: Document): string =>
  [...page.styleSheets, ...page.adoptedStyleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .map((rule) => rule.cssText)
    .join('\n');

/** A drawing of a moving picture, or of one that is fetched; undefined if the browser forbids to read it. */
async function readPixels(source: Element): Promise<string | undefined> {
  const canvas = document.createElement('canvas');
  try {
    if (source instanceof Object && 'videoWidth' in source) {
      const video = source as HTMLVideoElement;
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      canvas.getContext('2d')!.drawImage(video, 0, 0);
      return canvas.toDataURL();
    }
    if ('toDataURL' in source) return (source as HTMLCanvasElement).toDataURL();
    const address = source.getAttribute('src') ?? source.getAttribute('href') ?? '';
    const blob = await (await fetch(new URL(address, source.baseURI))).blob();
    return await new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(reader.error ?? new Error('The picture could not be read.'));
      reader.readAsDataURL(blob);
    });
  } catch {
    // Of another origin that does not share it: its place stays empty.
    return undefined;
  }
}

const PICTURES = 'img, image, video, canvas';

/** Replaces what a picture of a page cannot load by its pixels. */
async function copyPictures(page: Document, copy: Element): Promise<void> {
  const copies = copy.querySelectorAll(PICTURES);
  await Promise.all(
    [...page.querySelectorAll(PICTURES)].map(async (source, index) => {
      const place = copies[index]!;
      const pixels = await readPixels(source);
      if (pixels === undefined) place.remove();
      else if (/^(img|image)$/i.test(place.tagName)) {
        place.setAttribute(/^img$/i.test(place.tagName) ? 'src' : 'href', pixels);
        place.removeAttribute('srcset');
      } else {
        const picture = document.createElement('img');
        for (const { name, value } of place.attributes) if (name !== 'src') picture.setAttribute(name, value);
        picture.src = pixels;
        place.replaceWith(picture);
      }
    }),
  );
}

/** What was typed is a property, which a copy does not have. */
function copyFields(page: Document, copy: Element): void {
  const copies = copy.querySelectorAll('input');
  page.querySelectorAll('input').forEach(({ value, checked }, index) => {
    copies[index]!.setAttribute('value', value);
    copies[index]!.toggleAttribute('checked', checked);
  });
}

/**
 * What a frame of the page's own origin shows. The browser draws a copy of the frame's page, with its style sheets, in
 * an SVG of the frame's size: media and container queries, variables and drawings look as they do in the frame.
 */
export async function drawRoom(
  frame: HTMLIFrameElement,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<HTMLCanvasElement> {
  const page = frame.contentDocument;
  const view = frame.contentWindow;
  if (!page || !view) throw new Error('A room of another origin cannot be drawn by the page.');

  const copy = page.documentElement.cloneNode(true) as HTMLElement;
  await copyPictures(page, copy);
  copyFields(page, copy);
  copy.querySelectorAll('script, link, style, noscript').forEach((element) => element.remove());
  const style = page.createElement('style');
  style.textContent = `${rulesOf(page)}\n${STILL}`;
  copy.querySelector('head')?.append(style);

  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  // It is the root of the picture, so the rules for `:root` are its own.
  for (const { name, value } of page.documentElement.attributes) svg.setAttribute(name, value);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  // A picture does not ask which theme the system has.
  const isDark = view.getComputedStyle(page.documentElement).colorScheme.includes('dark')
    ? view.getComputedStyle(page.documentElement).colorScheme === 'dark' ||
      view.matchMedia('(prefers-color-scheme: dark)').matches
    : false;
  svg.style.colorScheme = isDark ? 'dark' : 'light';
  copy.style.colorScheme = svg.style.colorScheme;
  const place = document.createElementNS('http://www.w3.org/2000/svg', 'foreignObject');
  place.setAttribute('width', '100%');
  place.setAttribute('height', '100%');
  place.append(copy);
  svg.append(place);

  const picture = new Image(width, height);
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to draw on.');
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}
