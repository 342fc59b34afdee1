import { styleText } from 'node:util';

export type Colour = 'red' | 'green' | 'yellow' | 'cyan' | 'bold';

/** Colours only for a terminal whose user has not switched them off. */
const usesColours = (): boolean => Boolean(process.stdout.isTTY) && !process.env['NO_COLOR'];

export const paint = (colour: Colour, text: string): string => (usesColours() ? styleText(colour, text) : text);
