/** What whoever runs the server can act on: its message says all, and no trace is told with it. */
export class OperatorError extends Error {}
