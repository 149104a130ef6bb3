import { renderFragment, renderLight, renderPage } from 'policy-elements/static.js';
import { writeResult } from '../files.js';
import { LANG, OUT } from '../options.js';
import { policyOf } from '../policy-of.js';
import type { Call, Command } from '../command.js';

export const command: Command = {
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
      name: 'light',
      help: {
        nl: 'het hele beleid als gewone HTML tussen de tags, voor een CMS dat niets anders aanneemt',
        fr: 'toute la charte en HTML simple entre les balises, pour un CMS qui n’accepte rien d’autre',
        en: 'the whole policy as plain HTML between the tags, for a CMS that takes nothing else',
      },
    },
    {
      name: 'src',
      value: 'URL',
      help: {
        nl: 'met --light: adres waar het element het beleid leest',
        fr: 'avec --light : adresse où l’élément lit la charte',
        en: 'with --light: address where the element reads the policy',
      },
    },
    {
      name: 'script',
      value: 'URL',
      help: {
        nl: 'adres van policy-elements.js; zonder is er geen script',
        fr: 'adresse de policy-elements.js ; sans elle, pas de script',
        en: 'address of policy-elements.js; without it there is no script',
      },
    },
  ],
  async run(call) {
    const [file = ''] = call.words;
    const { source, policy } = await policyOf(file, call, { lenient: true });
    const lang = call.option('lang') ?? policy.languages[0]!;
    await writeResult(call, await render(call, source.value, lang));
    return 0;
  },
};

async function render(call: Call, policy: unknown, lang: string): Promise<string> {
  const [script, src] = [call.option('script'), call.option('src')];
  if (call.has('light')) {
    const { html } = await renderLight(policy, { lang, ...(src !== undefined && { src }) });
    return `${html}\n`;
  }
  const { html } = call.has('fragment')
    ? await renderFragment(policy, { lang })
    : await renderPage(policy, { lang, ...(script !== undefined && { script }) });
  return html;
}
