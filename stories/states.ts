/**
 * States of the element that all others are made from. They look the same in each, so they are
 * stories of the viewer and of one section element only.
 */
import { address, type ElementArgs } from './support.js';

interface State {
  args: ElementArgs;
}

const from = (name: Parameters<typeof address>[0], fallback?: string): State => ({
  args: { policy: undefined, src: address(name), ...(fallback && { fallback }) },
});
const FALLBACK = 'Lees het beleid (pdf)';

export const states = {
  /** The server has not answered yet, and there is nothing between the tags. */
  loading: from('never.json'),
  /** Whatever is between the tags shows until the policy has loaded. */
  fallback: from('never.json', FALLBACK),
  notFound: from('missing.json'),
  /** A sign-in page came instead of the policy; whatever is between the tags stays. */
  notJson: from('sign-in.json', FALLBACK),
  /** JSON, but no policy. */
  notAPolicy: from('menu.json'),
  /** The policy has no section of this type. */
  absent: { args: { policy: 'no-sections' } },
  narrow: { args: { width: 360 } },
  /** In a page whose own heading is of level 3. */
  deepHeading: { args: { headingLevel: 4 } },
} satisfies Record<string, State>;
