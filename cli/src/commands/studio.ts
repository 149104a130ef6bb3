import { FileDraft } from '../studio/file-draft.js';
import { serveStudio } from '../studio/serve.js';
import { CommandError, UsageError, type Command } from '../command.js';

const NO_POLICY = {
  nl: '{file} bevat geen beleid. Kijk het na met “policy check”.',
  fr: '{file} ne contient pas de charte. Vérifiez-le avec « policy check ».',
  en: '{file} holds no policy. Look at it with “policy check”.',
};
const OPEN = {
  nl: 'Open de studio op dit adres (het werkt één keer; Ctrl+C stopt):',
  fr: 'Ouvrez le studio à cette adresse (elle ne sert qu’une fois ; Ctrl+C arrête) :',
  en: 'Open the studio at this address (it works once; Ctrl+C stops):',
};
const PORT = {
  nl: '--port is een getal van 0 tot 65535.',
  fr: '--port est un nombre de 0 à 65535.',
  en: '--port is a number from 0 to 65535.',
};

export const command: Command = {
  summary: {
    nl: 'opent een bestand in de studio',
    fr: 'ouvre un fichier dans le studio',
    en: 'opens the studio on a file',
  },
  usage: 'FILE',
  words: [1, 1],
  options: [
    {
      name: 'port',
      value: 'NUMBER',
      help: {
        nl: 'poort; anders kiest het systeem er een',
        fr: 'port ; sinon le système en choisit un',
        en: 'port; else the system chooses one',
      },
    },
  ],
  async run({ words: [file = ''], option, say, output }) {
    const port = option('port') ?? '0';
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageError(say(PORT));
    const draft = await FileDraft.open(file).catch((error: NodeJS.ErrnoException) => {
      throw new CommandError(`${file}: ${error.code ?? error.message}`, 2);
    });
    if (!draft) throw new CommandError(say(NO_POLICY, { file }));
    const folder = new URL('./', import.meta.resolve('@policy-elements/studio/app/index.html'));
    const { address, server } = await serveStudio(draft, folder, Number(port));
    output.tell(say(OPEN));
    output.write(`${address}\n`);
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
    });
    server.closeAllConnections();
    server.close();
    return 0;
  },
};
