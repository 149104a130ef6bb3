import type { PolicyAcknowledgement } from '../../src/elements/policy-acknowledgement/policy-acknowledgement.js';
import type { AcknowledgementRecord } from '../../src/acknowledgement/record.js';
import { minimal, type Draft } from './drafts.js';
import { deepAll, deepOne, mount, until } from './page.js';

let keys = 0;
/** An endpoint of one's own; `query` says how it is minded. See server-with-moods.js. */
export const endpoint = (query = '') => {
  const key = `ack${Math.random()}${keys++}`;
  return { key, url: `/moods/endpoint?key=${key}&${query}` };
};
export const received = async (key: string) =>
  (await (await fetch(`/moods/records?key=${key}`)).json()) as { record: AcknowledgementRecord }[];

/** The element, once it knows what waits in this browser and what the endpoint has. */
export const ready = async (
  properties: Partial<PolicyAcknowledgement>,
  change?: (draft: Draft) => void,
) => {
  const draft = minimal();
  change?.(draft);
  const element = await mount('policy-acknowledgement', {
    policy: draft,
    lang: 'nl',
    // Nobody finds what another test left waiting.
    subject: `reader-${keys++}`,
    ...properties,
  });
  const frame = `.frame[lang="${element.lang}"] .content`;
  await until('the labels', () => element.shadowRoot?.querySelector(frame));
  // What waits in this browser is looked up first.
  await until('it', () => element.shadowRoot?.querySelector('form, .note, .empty, .receipt'));
  return element;
};
export const button = (element: Element) =>
  deepOne<HTMLButtonElement>(element, 'button[type=submit]');
// Never the element itself: an assertion about one that fails takes minutes to put into words.
export const focused = (element: Element) =>
  element.shadowRoot!.activeElement?.className || element.shadowRoot!.activeElement?.localName;
export const press = (element: Element, label: string) =>
  deepAll(element, 'button')
    .find(({ textContent }) => textContent?.trim() === label)!
    .click();
