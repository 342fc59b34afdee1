import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { buildCommands } from '../../../stories/playground/buildCommands.js';
import { CommandPalette } from '../../../stories/playground/CommandPalette.js';
import { ControlPanel } from '../../../stories/playground/ControlPanel.js';
import type { WantedParam } from '../../../stories/playground/ControlPanel.js';
import { initialState, viewports } from '../../../stories/playground/state.js';
import { stepViewport } from '../../../stories/playground/stepViewport.js';
import { useSizeKeys } from '../../../stories/playground/useSizeKeys.js';

// jsdom has neither modal dialogs nor scrolling.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};
Element.prototype.scrollIntoView ??= () => undefined;
Element.prototype.scrollTo ??= () => undefined;

const noIssues: readonly [] = [];
const noop = () => undefined;

/** What the playground gives the palette, without its room. */
function Page({ hasParams = false }) {
  const [state, setState] = useState(initialState);
  const [wanted, setWanted] = useState<WantedParam>();
  const [step, setStep] = useState('');
  const onChange = (change: Partial<typeof initialState>, label: string) => {
    setState((now) => ({ ...now, ...change }));
    setStep(label);
  };
  const onStepSize = (by: 1 | -1) => onChange({ viewport: stepViewport(state, by) }, 'Size');
  useSizeKeys(onStepSize);
  const build = () =>
    buildCommands({
      state,
      saved: { Mine: { role: 'visitor', params: { chat: false } } },
      copies: { address: 'https://acme.whereby.com/demo' },
      canUndo: false,
      canRedo: false,
      undo: noop,
      redo: noop,
      unsetAll: noop,
      onChange,
      onStepSize,
      onApply: (name) => onChange({ from: name }, name),
      onFocusParam: (name) => setWanted({ name }),
    });
  return (
    <>
      <output data-testid="step">{step}</output>
      <output data-testid="size">{viewports[state.viewport].label}</output>
      <input aria-label="A field" />
      <CommandPalette build={build} />
      {hasParams && <ControlPanel params={state.params} issues={noIssues} wanted={wanted} onChange={noop} />}
    </>
  );
}

// Not by role: computing the role of every option takes most of a test's time in jsdom.
const button = () => document.querySelector<HTMLElement>('.palette-button')!;
const field = () => screen.getByLabelText('Search commands and parameters');
const dialog = () => document.querySelector('dialog[open]');
const options = () => [...document.querySelectorAll('[role="listbox"] [role="group"] [role="option"]')];
const active = () => document.getElementById(field().getAttribute('aria-activedescendant')!);
const step = () => screen.getByTestId('step').textContent;
const size = () => screen.getByTestId('size').textContent;

test('the palette opens by key from a field, and Escape gives the focus back', async () => {
  render(<Page />);
  const before = screen.getByLabelText('A field');
  before.focus();
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(dialog()).toHaveAccessibleName('Commands');
  expect(field()).toHaveFocus();
  expect(field()).toHaveRole('combobox');
  expect(field()).toHaveAttribute('aria-expanded', 'true');
  expect(document.getElementById(field().getAttribute('aria-controls')!)).toHaveRole('listbox');
  await userEvent.keyboard('{Escape}');
  expect(dialog()).toBeNull();
  expect(before).toHaveFocus();
});

test('the palette finds by another word, moves by arrow over both ends, and runs what is chosen', async () => {
  render(<Page />);
  await userEvent.click(button());
  await userEvent.keyboard('mirrored');
  expect(active()).toHaveTextContent('Direction: Right to left');
  await userEvent.clear(field());
  await userEvent.keyboard('theme');
  expect(active()).toHaveTextContent('Theme: System');
  await userEvent.keyboard('{ArrowDown}');
  expect(active()).toHaveTextContent('Theme: Light');
  expect(options().filter((option) => option.ariaSelected === 'true')).toEqual([active()]);
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(active()).toBe(options().at(-1));
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
  expect(dialog()).toBeNull();
  expect(step()).toBe('Theme: Dark');
  expect(button()).toHaveFocus();
});

test("the palette leads to a parameter's field, even in a group that is closed and behind a search", async () => {
  render(<Page hasParams />);
  await userEvent.click(screen.getByLabelText('Close all groups'));
  fireEvent.change(screen.getByLabelText('Search parameters'), { target: { value: 'timer' } });
  await userEvent.keyboard('{Control>}k{/Control}');
  fireEvent.change(field(), { target: { value: 'nickname' } });
  expect(active()).toHaveTextContent(/^displayName/);
  await userEvent.keyboard('{Enter}');
  expect(screen.getByLabelText('displayName')).toHaveFocus();
});

test('the palette has a saved preset, which a click begins with', async () => {
  render(<Page />);
  await userEvent.click(button());
  await userEvent.click(screen.getByText('Mine'));
  expect(step()).toBe('Mine');
});

test('the palette says so if nothing is found, and Enter then does nothing', async () => {
  render(<Page />);
  await userEvent.click(button());
  await userEvent.keyboard('zzz{Enter}');
  expect(screen.getByText('Nothing here is called “zzz”.')).toHaveRole('status');
  expect(options()).toEqual([]);
  expect(field()).toHaveAttribute('aria-expanded', 'false');
});

test('the palette reports what was copied', async () => {
  const user = userEvent.setup();
  render(<Page />);
  await user.click(button());
  await user.keyboard('clipboard{Enter}');
  expect(await screen.findByText('Copied the address.')).toHaveRole('status');
  expect(await navigator.clipboard.readText()).toBe('https://acme.whereby.com/demo');
});

test('[ and ] step through the sizes, and begin again after the last', async () => {
  render(<Page />);
  await userEvent.keyboard(']');
  expect(size()).toBe('Phone');
  await userEvent.keyboard('[[[[');
  expect(size()).toBe('Own');
  await userEvent.keyboard(']');
  expect(size()).toBe('Fill');
});

test('[ and ] are text in a field', async () => {
  render(<Page />);
  const text = screen.getByLabelText('A field');
  await userEvent.type(text, '[[]');
  expect(text).toHaveValue('[]');
  expect(size()).toBe('Fill');
});
