import { expect, waitFor, within } from 'storybook/test';

type Queries = ReturnType<typeof within>;

/** What is in a frame: another document each time it loads, so ask anew. */
export const inFrame = (canvasElement: HTMLElement, index = 0): Queries =>
  within(canvasElement.querySelectorAll('iframe')[index]!.contentDocument!.body);

/** Presses a button inside a frame as soon as it is there. */
export async function press(canvasElement: HTMLElement, name: RegExp, index = 0): Promise<void> {
  await waitFor(() => expect(inFrame(canvasElement, index).getByRole('button', { name })).toBeVisible());
  inFrame(canvasElement, index).getByRole('button', { name }).click();
}

/** The app has heard a line. */
export const heard = (canvas: Queries, line: string): Promise<void> =>
  waitFor(() => {
    const list = within(canvas.getByRole('list', { name: 'What the app hears' }));
    return expect(list.getAllByText(line).length).toBeGreaterThan(0);
  });
