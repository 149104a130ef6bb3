/** How fast the outbox goes about it; milliseconds. A host may change it before anything is sent. */
export const pace = {
  /** The first pause after a failure lasts at most this long; it doubles each time. */
  base: 2000,
  /** The longest pause. */
  ceiling: 15 * 60_000,
  /** For how long a tab has a record to itself, unless it renews that. */
  lease: 10_000,
  /** How long to wait for an answer of the endpoint. */
  timeout: 15_000,
  /** How long to wait for what a host does in the endpoint's place; it may ask its user something. */
  hostTimeout: 60_000,
  /** A record that was not confirmed by then is given up, and the reader told. */
  expiry: 30 * 86_400_000,
  /** How long to wait for the browser's database. */
  storage: 3000,
  /** The first pause before the database is read again after it failed; it doubles each time. */
  reread: 1000,
};
