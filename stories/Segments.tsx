import { useId } from 'react';

export interface SegmentsProps<Name extends string> {
  readonly label: string;
  /** Ids of elements that say more. */
  readonly describedBy?: string | undefined;
  readonly value: Name;
  readonly options: readonly { readonly value: Name; readonly label: string; readonly title?: string | undefined }[];
  /** Draws the choice in the accent colour: something was set. */
  readonly isSet?: boolean | undefined;
  onChange(value: NoInfer<Name>): void;
}

/** A few choices side by side, one of which holds: radio buttons, so that the arrow keys move between them. */
export function Segments<Name extends string>({
  label,
  describedBy,
  value,
  options,
  isSet = false,
  onChange,
}: SegmentsProps<Name>) {
  const name = useId();
  return (
    <div
      className="segments"
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
      data-set={isSet ? 'true' : undefined}
    >
      {options.map((option) => (
        <label key={option.value} title={option.title}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
