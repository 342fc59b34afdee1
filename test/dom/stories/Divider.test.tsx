import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Divider } from '../../../stories/playground/Divider.js';

function Page({ direction }: { readonly direction: 'ltr' | 'rtl' }) {
  const [value, setValue] = useState(500);
  return (
    <div style={{ direction }}>
      <Divider label="Width" orientation="vertical" value={value} least={300} most={400} onChange={setValue} />
    </div>
  );
}

test.each([
  ['ltr', 'ArrowLeft', 384],
  ['rtl', 'ArrowRight', 384],
  ['rtl', 'ArrowLeft', 400],
  ['ltr', 'Home', 300],
  ['rtl', 'End', 400],
] as const)(
  'in a page that is %s, %s moves the line from the most that it may be to %i',
  async (direction, key, to) => {
    render(<Page direction={direction} />);
    const line = screen.getByRole('separator', { name: 'Width' });
    // A smaller window than the one in which it was remembered.
    expect(line).toHaveAttribute('aria-valuenow', '400');
    line.focus();
    await userEvent.keyboard(`{${key}}`);
    expect(line).toHaveAttribute('aria-valuenow', String(to));
  },
);
