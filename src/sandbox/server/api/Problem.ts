/** Thrown by an operation to answer with an error. */
export class Problem extends Error {
  readonly status: 400 | 401 | 403 | 404;

  constructor(status: 400 | 401 | 403 | 404, message: string) {
    super(message);
    this.status = status;
  }
}

export const badRequest = (message: string): Problem => new Problem(400, message);
export const notFound = (): Problem => new Problem(404, "The requested resource doesn't exist");
export const forbidden = (): Problem => new Problem(403, 'Not allowed to perform action');
