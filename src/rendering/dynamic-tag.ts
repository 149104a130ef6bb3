import { html, type TemplateResult } from 'lit';

const known = new Map<TemplateStringsArray, Map<string, TemplateStringsArray>>();

/**
 * A template for an element whose name is known only now: it stands where the template has `$`.
 * The name is one of ours, or was checked: it is taken for HTML.
 */
export const dynamicTag =
  (tag: string) =>
  (strings: TemplateStringsArray, ...values: unknown[]): TemplateResult => {
    const byTag = known.get(strings) ?? new Map<string, TemplateStringsArray>();
    known.set(strings, byTag);
    let named = byTag.get(tag);
    if (!named) {
      const own = strings.map((each) => each.replaceAll('$', tag));
      byTag.set(tag, (named = Object.assign(own, { raw: own })));
    }
    return html(named, ...values);
  };
