/** Thrown if there is nothing at the path of a control call. The response is a 404. */
export class NotFoundError extends Error {}
