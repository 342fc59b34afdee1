import { expect, waitFor, within } from 'storybook/test';

type Queries = ReturnType<typeof within>;

/** What is in a frame: another document each time it loads, so find it again. */
export const inFrame = (canvasElement: HTMLElement, index = 0): Queries =>
  within(canvasElement.querySelectorAll('iframe')[index]!.contentDocument!.body);

/** Presses a button inside a frame as soon as it is there. */
export async function press(canvasElement: HTMLElement, name: RegExp, index = 0): Promise<void> {
  await waitFor(() => expect(inFrame(canvasElement, index).getByRole('button', { name })).toBeVisible());
  inFrame(canvasElement, index).getByRole('button', { name }).click();
}

/** Waits until the app has received an event, as the list beside the room shows it. */
export const waitForEvent = (canvas: Queries, line: string): Promise<void> =>
  waitFor(() => {
    const list = within(canvas.getByRole('list', { name: 'What the app receives' }));
    return expect(list.getAllByText(line).length).toBeGreaterThan(0);
  });
