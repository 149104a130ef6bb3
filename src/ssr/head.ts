import type { Policy } from '../policy/schema.js';
import { safeAddress } from '../policy/url.js';
import { attributes, escape } from './markup.js';
import { plainText } from './plain-text.js';

/** Letters of a description that search engines show. */
const SHOWN = 300;

export interface Addresses {
  /** Address of the page in each language, itself included. */
  alternates?: Readonly<Record<string, string>> | undefined;
  /** Address of the page. */
  canonical?: string | undefined;
}

/** What search engines read in the head of a page: title, description, version, other languages. */
export function headFor(
  policy: Policy,
  lang: string,
  { alternates, canonical }: Addresses,
): string {
  const title = plainText(policy, policy.title, lang, 'plain')?.text ?? policy.id;
  const organisation = plainText(policy, policy.organisation.name, lang, 'plain')?.text;
  const description = shorten(plainText(policy, policy.summary, lang)?.text);
  const metas: Record<string, string | undefined> = {
    description,
    author: organisation,
    'dcterms.title': title,
    'dcterms.language': lang,
    'dcterms.issued': policy.effective,
  };
  return [
    `<title>${escape(organisation ? `${title} · ${organisation}` : title)}</title>`,
    ...Object.entries(metas).map(([name, content]) =>
      content ? `<meta${attributes({ name, content })}>` : '',
    ),
    link({ rel: 'canonical', href: canonical }),
    ...Object.entries(alternates ?? {}).map(([hreflang, href]) =>
      link({ rel: 'alternate', hreflang, href }),
    ),
  ].join('');
}

const link = ({ href, ...rest }: Record<string, string | undefined>): string => {
  const address = href && safeAddress(href);
  return address ? `<link${attributes({ ...rest, href: address })}>` : '';
};

const shorten = (text: string | undefined): string | undefined =>
  text && text.length > SHOWN ? `${text.slice(0, SHOWN - 1).replace(/\s+\S*$/, '')}…` : text;
