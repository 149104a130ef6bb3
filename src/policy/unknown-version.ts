/** The version of a policy whose own cannot be read: not shown, and not to be acknowledged. */
export const UNKNOWN_VERSION = '0.0';
