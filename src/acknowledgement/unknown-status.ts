import type { StatusDetail } from './status.js';

/** Until it is known how the reader stands towards the policy. */
export const UNKNOWN_STATUS: StatusDetail = { status: 'unknown' };
