import { clsx } from 'clsx';
import { useMeetingControl } from 'react-whereby-embed';
import { Icon } from '../parts/Icon.js';
import { useTexts } from '../texts/useTexts.js';
import type { Texts } from '../texts/en.js';

interface ControlButtonProps {
  readonly name: keyof Texts['controls'];
  readonly isDanger?: boolean;
}

/** One of the room's controls with the school's look. */
export function ControlButton({ name, isDanger = false }: ControlButtonProps) {
  const t = useTexts();
  const label = t.controls[name];
  const { props, enabled, pending, error } = useMeetingControl(name, { label });
  return (
    <span className="tool-place">
      <button
        {...props}
        className={clsx(
          'tool',
          enabled === true && 'tool-on',
          enabled === false && 'tool-off',
          isDanger && 'tool-danger',
        )}
        aria-busy={pending}
      >
        <Icon name={name} />
        <span>{label}</span>
      </button>
      {error && (
        <span className="tool-error" role="alert">
          {t.call.notDone(label)}
        </span>
      )}
    </span>
  );
}
