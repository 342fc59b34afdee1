export const HIGHEST_PORT = 65_535;

/** What a port can be, for the end of a sentence. 0 is any that is free. */
export const portRange = `a number from 0 to ${HIGHEST_PORT}`;

export const isPort = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= HIGHEST_PORT;
