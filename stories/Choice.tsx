import { clsx } from 'clsx';

export interface ChoiceProps<Name extends string> {
  readonly label: string;
  readonly value: Name;
  readonly options: readonly { readonly value: Name; readonly label: string }[];
  readonly isLabelHidden?: boolean;
  onChange(value: NoInfer<Name>): void;
}

/** One of several, in a menu with its label before it. */
export function Choice<Name extends string>({ label, value, options, isLabelHidden, onChange }: ChoiceProps<Name>) {
  return (
    <label className="choice">
      <span className={clsx({ 'sr-only': isLabelHidden })}>{label}</span>
      <select className="field" value={value} onChange={(event) => onChange(event.target.value as Name)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
