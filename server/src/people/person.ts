/** Someone who is signed in: an id that stays, and the name people know them by. */
export interface Person {
  id: string;
  name: string;
  /** The id as it was written, where it is compared in another form. */
  written?: string;
}
