type ProblemStatus = 400 | 401 | 403 | 404;

/** Thrown by an operation that responds with an error. */
export class Problem extends Error {
  readonly status: ProblemStatus;

  constructor(status: ProblemStatus, message: string) {
    super(message);
    this.status = status;
  }
}

// The texts that the service's OpenAPI document gives for these statuses.
export const unauthorized = (): Problem => new Problem(401, 'Access token is missing or invalid');
export const forbidden = (): Problem => new Problem(403, 'Not allowed to perform action');
export const notFound = (): Problem => new Problem(404, "The requested resource doesn't exist");
export const badRequest = (message: string): Problem => new Problem(400, message);
