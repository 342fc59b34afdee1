/** Of every option that limits a time, 0 and `Infinity` mean that there is no limit. */
export const toTimeLimit = (milliseconds: number): number => milliseconds || Infinity;
