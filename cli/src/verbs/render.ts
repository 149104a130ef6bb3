import { renderFragment, renderPage } from 'policy-elements/static.js';
import { writeResult } from '../files.js';
import { LANG, OUT } from '../options.js';
import { policyOf } from '../policy-of.js';
import type { Verb } from '../verb.js';

export const verb: Verb = {
  summary: {
    nl: 'maakt een webpagina die zonder scripts te lezen is',
    fr: 'fait une page web lisible sans scripts',
    en: 'makes a web page that reads without scripts',
  },
  usage: 'FILE',
  words: [1, 1],
  options: [
    LANG,
    OUT,
    {
      name: 'fragment',
      help: {
        nl: 'alleen het element, om in een pagina te schrijven',
        fr: 'seulement l’élément, à écrire dans une page',
        en: 'the element alone, to write into a page',
      },
    },
    {
      name: 'script',
      value: 'URL',
      help: {
        nl: 'adres van policy-elements.js; zonder is er geen script',
        fr: 'adresse de policy-elements.js ; sans elle, pas de script',
        en: 'address of policy-elements.js; without it there is no script',
      },
    },
  ],
  async run(call) {
    const [file = ''] = call.words;
    const { source, policy } = await policyOf(file, call, { lenient: true });
    const [lang, script] = [call.option('lang') ?? policy.languages[0]!, call.option('script')];
    const { html } = call.has('fragment')
      ? await renderFragment(source.value, { lang })
      : await renderPage(source.value, { lang, ...(script !== undefined && { script }) });
    await writeResult(call, html);
    return 0;
  },
};
