/** Milliseconds that a first drawing waits for what is on its way: then the page is laid out once. */
export const FIRST_DRAWING_TIMEOUT = 60;
