/** Thrown for input that a control call cannot use. The response is a 400. */
export class InputError extends Error {}
