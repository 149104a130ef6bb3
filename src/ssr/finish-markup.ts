import { entriesOf } from '../policy/ids.js';
import { toFragment } from '../policy/fragment.js';
import type { Policy } from '../policy/schema.js';
import { attributes, bareMarkup, withBareLists } from './markup.js';
import { plainBody } from './plain-text.js';
import { PLACES } from './element-renderer.js';

/**
 * What lit-ssr wrote, made fit to stand by itself: with what has to stand outside of shadow roots.
 * @param isStill no script takes it over: it needs no marks of templates, and every disclosure is open
 */
export function complete(markup: string, policy: Policy, lang: string, isStill: boolean): string {
  // The element stands in a template of its own. lit-ssr leaves marks that nobody reads, and writes
  // the property `checked` as an attribute, whatever its value.
  const own = markup
    .slice(markup.indexOf('<policy-'))
    .replaceAll('<?>', '')
    .replaceAll(' checked="false"', '');
  const opened = isStill
    ? bareMarkup(own).replace(/<details(?=[\s>])/g, '<details open')
    : withBareLists(own);
  const sections = new Set<string>();
  const placed = opened.replace(
    /(<policy-[a-z]+\s[^>]*?data-section="([^"]+)"[^>]*><template .*?)(?=<\/policy-[a-z]+>)/gs,
    (_, element: string, section: string) => {
      sections.add(section);
      return `${element}<slot${attributes({ name: `${PLACES}-${section}`, slot: PLACES })}></slot>`;
    },
  );
  const end = placed.lastIndexOf('</');
  return (
    withoutKey(placed.slice(0, end)) +
    places(policy, sections) +
    plainBody(policy, lang) +
    placed.slice(end, placed.indexOf('>', end) + 1)
  );
}

/** Addresses that start nowhere yet are other ones once the script knows where. */
const withoutKey = (markup: string): string =>
  / data-base=""/.test(markup) && / (?:href|src)="(?![a-z][a-z0-9+.-]*:|[#/])/i.test(markup)
    ? markup.replace(/ data-key="[^"]*"/, '')
    : markup;

/** Where a link to a section, or to an item in it, leads while no script runs: to the section. */
function places(policy: Policy, sections: ReadonlySet<string>): string {
  const seen = new Set<string>();
  return [...entriesOf(policy)]
    .filter(({ value, section }) => section && !seen.has(value.id) && seen.add(value.id))
    .map(({ value, section }) => {
      const slot = sections.has(section!.id) ? `${PLACES}-${section!.id}` : PLACES;
      return `<span${attributes({ id: toFragment(policy.id, value.id).slice(1), slot })}></span>`;
    })
    .join('');
}
