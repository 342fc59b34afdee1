import type { Page } from 'playwright';

/** What a designer sees: one story for each kind of page, and how it is known that the story has arrived. */
export interface Surface {
  readonly name: string;
  /** The story's id in Storybook, or that of a page of documentation. */
  readonly id: string;
  readonly arrive: (page: Page) => Promise<void>;
}

const text = (words: string | RegExp) => (page: Page) => page.getByText(words).first().waitFor();
const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name, level: 1 }).waitFor();
const inRoom = (words: string) => (page: Page) => page.frameLocator('iframe').first().getByText(words).waitFor();
const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().waitFor();

export const surfaces: readonly Surface[] = [
  { name: 'playground', id: 'playground--room', arrive: text(/^Loaded in/) },
  { name: 'compare', id: 'compare--teacher-student-observer', arrive: text(/parameters differ/) },
  { name: 'preset', id: 'presets--telehealth', arrive: inRoom('Use your camera and microphone?') },
  { name: 'contact-sheet', id: 'presets--all-sizes', arrive: heading('Contact sheet') },
  { name: 'state', id: 'states--timed-out', arrive: text('The meeting does not respond.') },
  { name: 'problems', id: 'panels--problems', arrive: text('There is no connection.') },
  { name: 'panels', id: 'panels--family', arrive: text('Before you join') },
  // Its code comes after its text.
  { name: 'guide', id: 'guides-quick-start--docs', arrive: button('Copy') },
  { name: 'search', id: 'guides-search--documentation', arrive: text('Often looked for') },
  { name: 'floating', id: 'states--floating-call-on-another-page', arrive: button('Minimise') },
  { name: 'floating-minimised', id: 'states--floating-call-minimised', arrive: button('Restore') },
  { name: 'floating-asks', id: 'states--floating-call-asks-before-leaving', arrive: button('Stay') },
];

export const surfaceWidths = [1280, 375] as const;
export const surfaceThemes = ['light', 'dark'] as const;

export type SurfaceWidth = (typeof surfaceWidths)[number];
export type SurfaceTheme = (typeof surfaceThemes)[number];

/** Where the picture is kept. */
export const surfacePicture = (surface: Surface, width: SurfaceWidth, theme: SurfaceTheme): string =>
  `test/stories/pictures/${surface.name}-${width}-${theme}.png`;
