/** The files of a published policy, in the order in which they have to be written. */
import { compilePolicy, digestPolicy, type Policy } from 'policy-elements';

export interface PublicationFile {
  /** From the folder, with slashes. */
  path: string;
  content: string;
}

export interface Publication {
  digest: string;
  /** In the version's own folder: they never change. */
  kept: PublicationFile[];
  /** What readers ask for, replaced one by one, the policy itself last. */
  switched: PublicationFile[];
}

const compact = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** @param text the policy as it was written: it is published byte for byte */
export function publicationOf(source: unknown, policy: Policy, text: string): Publication {
  const { id, version, languages } = policy;
  const folder = `${id}/${version}`;
  const name = (lang: string) => `${id}.${lang}.compiled.json`;
  const compiled = (prefix: string, lang: string) => {
    const others = languages.filter((each) => each !== lang);
    const files = Object.fromEntries(others.map((each) => [each, `${prefix}${name(each)}`]));
    return compact(compilePolicy(source, lang, { files }));
  };
  return {
    digest: digestPolicy(source),
    kept: [
      ...languages.map((lang) => ({
        path: `${folder}/${name(lang)}`,
        content: compiled('', lang),
      })),
      { path: `${folder}/${id}.json`, content: text },
    ],
    switched: [
      ...languages.map((lang) => ({
        path: name(lang),
        content: compiled(`${folder}/`, lang),
      })),
      { path: `${id}.json`, content: text },
    ],
  };
}
