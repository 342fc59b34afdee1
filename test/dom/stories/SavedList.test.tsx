import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SavedList } from '../../../stories/playground/SavedList.js';
import { useSavedPresets } from '../../../stories/playground/useSavedPresets.js';

const KEY = 'react-whereby-embed-presets';

/** What the browser has kept. */
const kept = () => Object.keys(JSON.parse(localStorage.getItem(KEY) ?? '{"presets":{}}').presets as object);

/** The list, and what the playground's steps call the preset that they began with. */
function Page() {
  const saved = useSavedPresets();
  const [from, setFrom] = useState('Teacher');
  return (
    <>
      <output>{saved.nameOf(from)}</output>
      <SavedList saved={saved} from={saved.nameOf(from)} onApply={setFrom} />
    </>
  );
}

const open = async (presses: () => Promise<void>) => {
  render(<Page />);
  await presses();
};

const click = (name: string) => userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  const preset = { role: 'visitor', params: { chat: false } };
  localStorage.setItem(KEY, JSON.stringify({ version: 1, presets: { Teacher: preset, Student: preset } }));
  return () => localStorage.clear();
});

describe('a saved preset', () => {
  it('is renamed in its place, by keyboard, and steps that began with it say the new name', async () => {
    await open(async () => {
      screen.getByRole('button', { name: 'Rename Teacher' }).focus();
      await userEvent.keyboard('{Enter}');
      expect(screen.getByRole('textbox', { name: 'New name of Teacher' })).toHaveFocus();
      await userEvent.keyboard('Host{Enter}');
    });
    expect(kept()).toEqual(['Host', 'Student']);
    expect(document.querySelector('output')).toHaveTextContent('Host');
    expect(screen.getByText('Renamed “Teacher” to “Host”.')).toBeInTheDocument();
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Rename Host' })).toHaveFocus());
  });

  it('gets its old name back by the button and by Ctrl+Z', async () => {
    const onKey = vi.fn();
    document.addEventListener('keydown', onKey);
    await open(async () => {
      await click('Rename Teacher');
      await userEvent.keyboard('Host{Enter}');
      await click('Undo');
    });
    expect(kept()).toEqual(['Teacher', 'Student']);
    expect(document.querySelector('output')).toHaveTextContent('Teacher');
    await click('Rename Student');
    await userEvent.keyboard('Pupil{Enter}');
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Rename Pupil' })).toHaveFocus());
    onKey.mockClear();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(kept()).toEqual(['Teacher', 'Student']);
    // The playground's own undo did not see it.
    expect(onKey.mock.calls.map(([event]) => (event as KeyboardEvent).key)).not.toContain('z');
    document.removeEventListener('keydown', onKey);
  });

  it('leaves the focus where the next press has put it, however late the page draws', async () => {
    let draw: FrameRequestCallback = () => undefined;
    const frames = vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => {
      draw = callback;
      return 0;
    });
    await open(async () => {
      await click('Delete Student');
      await click('Undo');
      await click('Rename Student');
    });
    frames.mockRestore();
    act(() => draw(0));
    expect(screen.getByRole('textbox', { name: 'New name of Student' })).toHaveFocus();
  });

  it.each([
    ['Student', /“Student” is already there/],
    ['   ', /needs a name/],
    ['constructor', /JavaScript keeps “constructor”/],
  ])('refuses the name %j with a sentence, and Escape leaves it as it was', async (name, sentence) => {
    await open(async () => {
      await click('Rename Teacher');
      await userEvent.keyboard(`${name}{Enter}`);
    });
    expect(screen.getByRole('alert')).toHaveTextContent(sentence);
    expect(screen.getByRole('textbox')).toBeInvalid();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(kept()).toEqual(['Teacher', 'Student']);
  });

  it('comes back after it was deleted, and the way back has the focus', async () => {
    await open(() => click('Delete Student'));
    expect(kept()).toEqual(['Teacher']);
    const undo = screen.getByRole('button', { name: 'Undo' });
    await vi.waitFor(() => expect(undo).toHaveFocus());
    await userEvent.keyboard('{Enter}');
    expect(kept()).toEqual(['Teacher', 'Student']);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('that another tab saves is there too, and is not lost at the next change', async () => {
    await open(async () => {
      const text = localStorage.getItem(KEY)!.replace('"Student"', '"Observer"');
      localStorage.setItem(KEY, text);
      act(() => void dispatchEvent(new StorageEvent('storage', { key: KEY })));
      await click('Duplicate Observer');
    });
    expect(kept()).toEqual(['Teacher', 'Observer', 'Observer copy']);
    const list = within(screen.getByRole('region', { name: 'Saved here' }));
    expect(list.getAllByRole('listitem')).toHaveLength(3);
  });
});
