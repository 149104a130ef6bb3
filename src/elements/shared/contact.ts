import { html, nothing, type TemplateResult } from 'lit';
import { mailTo, safeAddress } from '../../policy/url.js';
import type { Contact } from '../../policy/schema.js';
import type { PolicyView } from './policy-view.js';

/** Whatever may have an `email`, a `phone` and a `url`. */
type Reachable = Readonly<Record<string, unknown>>;

/** Ways to reach somebody or something: links whose text is the address itself. */
export const transports = (
  view: PolicyView,
  { email, phone, url }: Reachable,
): TemplateResult[] => [
  ...(isFilled(email) ? [html`<a class="way" href=${mailTo(email)}>${breakable(email)}</a>`] : []),
  ...(isFilled(phone) ? [telephone(phone)] : []),
  ...(isFilled(url) ? [address(view, url)] : []),
];

/** The ways to reach somebody, each on a line of its own. */
export function waysList(view: PolicyView, to: Reachable): TemplateResult | typeof nothing {
  const found = transports(view, to);
  if (!found.length) return nothing;
  return html`<ul class="ways" role="list">
    ${found.map((way) => html`<li>${way}</li>`)}
  </ul>`;
}

const isFilled = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

/** A long address breaks where it is joined, not within a word. */
export const breakable = (text: string): unknown =>
  text.length < 25
    ? text
    : text.split(/(?<=[@/])|(?=\.)/).map((part, at) => (at ? html`<wbr />${part}` : part));

function telephone(phone: string): TemplateResult {
  // The zero in `+32 (0)2 …` is for who dials without the country.
  const number = phone.replace(/^(\s*\+.*?)\(0\)/, '$1').replace(/[^+\d]/g, '');
  return number
    ? html`<a class="way phone" href="tel:${number}">${phone}</a>`
    : html`<span class="way">${phone}</span>`;
}

function address(view: PolicyView, url: string): TemplateResult {
  const href = safeAddress(url, view.base);
  const text = url.replace(/^https?:\/\/(.*?)\/?$/, '$1');
  return href
    ? html`<a class="way" href=${href} rel="noopener">${breakable(text)}</a>`
    : html`<span class="way">${breakable(text)}</span>`;
}

/** Who looks after the policy, else the first who can be reached. */
export function contactToAsk({ policy }: PolicyView): Contact | undefined {
  const { contacts = [], owner } = policy;
  return contacts.find(({ id }) => id === owner) ?? contacts[0];
}
