/** What has to be refused; a comment in markup cannot expect it. */
import type {} from 'policy-elements/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

// @ts-expect-error: a level is a number.
export const level: SvelteHTMLElements['policy-viewer'] = { headingLevel: true };

export const event: SvelteHTMLElements['policy-faq'] = {
  'onpolicy-load': (event) => {
    // @ts-expect-error: the event has no such field.
    void event.nothing;
  },
};
