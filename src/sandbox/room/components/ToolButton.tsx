import type { ReactNode, Ref } from 'react';
import { Icon } from './Icon.js';
import type { IconName } from './Icon.js';
import { useRoom } from './RoomContext.js';

interface ToolButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  /** For a button that switches something. */
  readonly pressed?: boolean;
  /** For a button that opens something. */
  readonly expanded?: boolean;
  readonly off?: boolean;
  readonly danger?: boolean;
  readonly badge?: ReactNode;
  readonly tool: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** A button of a bar: an icon with its name below, or with a name for screen readers only (`toolbarText`). */
export function ToolButton({
  icon,
  label,
  onClick,
  pressed,
  expanded,
  off = false,
  danger,
  badge,
  tool,
  buttonRef,
}: ToolButtonProps) {
  const { view } = useRoom();
  return (
    <button
      ref={buttonRef}
      type="button"
      className="tool"
      data-tool={tool}
      data-off={off || undefined}
      data-danger={danger || undefined}
      aria-label={label}
      title={view.toolbarText ? undefined : label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={onClick}
    >
      <span className="tool-face">
        <Icon name={icon} off={off} />
        {badge}
      </span>
      {view.toolbarText && <span className="tool-text">{label}</span>}
    </button>
  );
}
