import { useState } from 'react';
import type { InputHTMLAttributes } from 'react';

export interface ListFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  readonly value: readonly string[] | undefined;
  onChange(value: readonly string[] | undefined): void;
}

const read = (text: string): readonly string[] | undefined => {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return names.length ? names : undefined;
};

/** Names separated by commas. What is typed stays as it is typed, a comma at the end included. */
export function ListField({ value, onChange, ...input }: ListFieldProps) {
  const [typed, setTyped] = useState('');
  const text = String(read(typed) ?? '') === String(value ?? '') ? typed : (value ?? []).join(', ');
  return (
    <input
      {...input}
      value={text}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(read(event.target.value));
      }}
    />
  );
}
