import { expect } from 'vitest';

// What the fields of responses match.
export const text = expect.any(String) as string;
export const whole = expect.any(Number) as number;
export const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;

/** The body that sets two colours of a theme. */
export const themeBody = { tokensPreset: 'custom', tokens: { colors: { primary: '#112233', secondary: '#445566' } } };
