import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBytes, writeResult } from '../files.js';
import { OUT } from '../options.js';
import { CommandError, UsageError, type Call, type Command, type Words } from '../command.js';

const TEXTS = {
  url: {
    nl: 'Zeg waar de map met de bestanden staat op je site: --url /assets/, of het volledige adres met https:// ervoor.',
    fr: 'Indiquez où se trouve le dossier des fichiers sur votre site : --url /assets/, ou l’adresse complète précédée de https://.',
    en: 'Say where the folder of the files is on your site: --url /assets/, or the whole address with https:// in front.',
  },
  broken: {
    nl: '{file} is niet gaaf. Kopieer de bestanden opnieuw.',
    fr: '{file} est abîmé. Copiez les fichiers à nouveau.',
    en: '{file} is damaged. Copy the files again.',
  },
  csp: {
    nl: 'Voeg dit toe aan script-src van je Content-Security-Policy: {hash}. Zonder dat slaat een strenge pagina de lijst over.',
    fr: 'Ajoutez ceci à script-src de votre Content-Security-Policy : {hash}. Sinon, une page stricte ignore la liste.',
    en: 'Add this to script-src of your Content-Security-Policy: {hash}. Without it a strict page passes over the list.',
  },
} satisfies Record<string, Words>;

// An import map takes no name that is neither an address nor begins with `/`, `./` or `../`.
const ADDRESS = /^(?:https?:\/\/[^\s"'<>&/]+|\.{0,2})\/[^\s"'<>&]*$/;

interface Release {
  integrity: Readonly<Record<string, string>>;
  entry: { file: string; integrity: string };
}

/** What the release says of its files, from their folder or from the package that is installed. */
async function readRelease(call: Call): Promise<Release> {
  const [folder = dirname(fileURLToPath(import.meta.resolve('policy-elements/importmap.json')))] =
    call.words;
  const read = async (name: string): Promise<unknown> => {
    const file = join(folder, name);
    const text = Buffer.from(await readBytes(file, call)).toString();
    try {
      return JSON.parse(text);
    } catch {
      throw new CommandError(call.say(TEXTS.broken, { file }));
    }
  };
  const { integrity } = (await read('importmap.json')) as Pick<Release, 'integrity'>;
  const { entry } = (await read('parts.json')) as Pick<Release, 'entry'>;
  return { integrity, entry };
}

export const command: Command = {
  summary: {
    nl: 'schrijft de lijst waarmee een browser elk deel van het script nakijkt',
    fr: 'écrit la liste par laquelle un navigateur vérifie chaque partie du script',
    en: 'writes the list by which a browser checks every part of the script',
  },
  usage: '[FOLDER] --url ADDRESS [--out FILE]',
  words: [0, 1],
  options: [
    {
      name: 'url',
      value: 'ADDRESS',
      help: {
        nl: 'waar de map op de site staat, bijvoorbeeld /assets/',
        fr: 'où se trouve le dossier sur le site, par exemple /assets/',
        en: 'where the folder is on the site, for example /assets/',
      },
    },
    OUT,
  ],
  notes: {
    nl: 'FOLDER is de map met policy-elements.js en importmap.json; zonder FOLDER die van het pakket.',
    fr: 'FOLDER est le dossier de policy-elements.js et importmap.json ; sans FOLDER, celui du paquet.',
    en: 'FOLDER is the folder with policy-elements.js and importmap.json; without it, that of the package.',
  },
  async run(call) {
    const url = call.option('url');
    if (!url || !ADDRESS.test(url)) throw new UsageError(call.say(TEXTS.url));
    const { integrity, entry } = await readRelease(call);
    const at = url.replace(/\/?$/, '/');
    const parts = Object.entries(integrity).map(([name, hash]): [string, string] => [
      name.replace(/^\.\//, at),
      hash,
    ]);
    const map = JSON.stringify({ integrity: Object.fromEntries(parts) }).replaceAll('<', '\\u003c');
    const csp = `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
    const html =
      `<script type="importmap">${map}</script>\n` +
      `<script type="module" src="${at}${entry.file}" integrity="${entry.integrity}"></script>\n`;
    await writeResult(call, call.json ? `${JSON.stringify({ html, csp })}\n` : html);
    if (!call.json) call.output.tell(call.say(TEXTS.csp, { hash: csp }));
    return 0;
  },
};
