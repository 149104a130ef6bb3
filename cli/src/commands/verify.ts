import { stat } from 'node:fs/promises';
import { digestPolicy, readPolicy } from 'policy-elements';
import { readSource } from '@policy-elements/authoring';
import { readBytes } from '../files.js';
import { CommandError, UsageError, type Call, type Command, type Words } from '../command.js';
import { FAULTS, type Fault } from '../verify/faults.js';
import { compareCompiled, compareFolder, isCompiled } from '../verify/published.js';
import { checkSignature, compareRecord, confirmationOf } from '../verify/receipt.js';

const TEXTS = {
  policy: {
    nl: 'Zeg bij welk beleid dit hoort: policy verify {file} BELEID.',
    fr: 'Dites à quelle charte ceci appartient : policy verify {file} CHARTE.',
    en: 'Say which policy this belongs to: policy verify {file} POLICY.',
  },
  unknown: {
    nl: '{file} is geen beleid, gecompileerd bestand, bevestiging of ontvangstbewijs.',
    fr: '{file} n’est ni une charte, ni un fichier compilé, ni une confirmation, ni un reçu.',
    en: '{file} is no policy, compiled file, confirmation or receipt.',
  },
  nothing: {
    nl: 'In {file} staat geen gepubliceerd beleid. Geef de map die bij `policy publish --to` stond.',
    fr: 'Il n’y a pas de charte publiée dans {file}. Donnez le dossier indiqué à `policy publish --to`.',
    en: '{file} holds no published policy. Give the folder that was named to `policy publish --to`.',
  },
  unreachable: {
    nl: '{file} kan niet opgehaald worden: {cause}. Kijk het adres na.',
    fr: '{file} ne peut pas être obtenu : {cause}. Vérifiez l’adresse.',
    en: '{file} cannot be fetched: {cause}. Check the address.',
  },
  matches: { nl: 'klopt: {what}', fr: 'concorde : {what}', en: 'matches: {what}' },
  digestOf: {
    nl: '{policy} {version} {digest}',
    fr: '{policy} {version} {digest}',
    en: '{policy} {version} {digest}',
  },
} satisfies Record<string, Words>;

const isAddress = (file: string): boolean => /^https?:\/\//.test(file);

async function bytesOf(file: string, call: Call): Promise<Uint8Array> {
  if (!isAddress(file)) return readBytes(file, call);
  try {
    const response = await fetch(file, { signal: AbortSignal.timeout(30_000) });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    const { message, cause } = error as Error;
    const why = cause instanceof Error ? cause.message : message;
    throw new CommandError(call.say(TEXTS.unreachable, { file, cause: why }), 2);
  }
}

/** JSON; the text itself where it is none, as a bare receipt is. */
async function valueOf(file: string, call: Call): Promise<unknown> {
  const source = readSource(await bytesOf(file, call));
  return source.value ?? source.text;
}

const isFolder = async (file: string): Promise<boolean> =>
  !isAddress(file) &&
  file !== '-' &&
  (await stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  ));

interface Result {
  /** What was looked at, for people. */
  what: string[];
  faults: Fault[];
}

async function verifyFolder(folder: string, call: Call): Promise<Result> {
  const { versions, faults } = await compareFolder(folder);
  if (versions.length + faults.length === 0) {
    throw new CommandError(call.say(TEXTS.nothing, { file: folder }));
  }
  return { what: versions.map((each) => call.say(TEXTS.digestOf, each)), faults };
}

async function verifyFile(file: string, call: Call): Promise<Result> {
  const value = await valueOf(file, call);
  const [, against] = call.words;
  const keys = call.option('keys');
  const confirmation = isCompiled(value) ? undefined : confirmationOf(value);
  if (!confirmation && !isCompiled(value)) return verifyPolicy(file, value, call);
  if (against === undefined) throw new UsageError(call.say(TEXTS.policy, { file }));
  const source = await valueOf(against, call);
  const faults = isCompiled(value)
    ? compareCompiled(value, source)
    : compareRecord(confirmation!, source);
  if (confirmation && keys !== undefined) {
    faults.push(...checkSignature(confirmation, await valueOf(keys, call)));
  }
  return { what: [`${file} = ${against}`], faults };
}

/** By the digest that was told, or that of another copy. */
async function verifyPolicy(file: string, value: unknown, call: Call): Promise<Result> {
  const { policy } = readPolicy(value);
  if (!policy) throw new CommandError(call.say(TEXTS.unknown, { file }));
  const { id, version } = policy;
  const digest = digestPolicy(value);
  const [, against] = call.words;
  const other = against === undefined ? undefined : await valueOf(against, call);
  const expected = call.option('digest') ?? (other === undefined ? digest : digestPolicy(other));
  const faults: Fault[] = expected === digest ? [] : [{ code: 'digest', expected, digest }];
  return { what: [call.say(TEXTS.digestOf, { policy: id, version, digest })], faults };
}

export const command: Command = {
  summary: {
    nl: 'zegt of gepubliceerde bestanden en bevestigingen bij de tekst passen',
    fr: 'dit si les fichiers publiés et les confirmations correspondent au texte',
    en: 'says whether published files and confirmations match the text',
  },
  usage: 'DIR|FILE [POLICY]',
  words: [1, 2],
  options: [
    {
      name: 'digest',
      value: 'DIGEST',
      help: {
        nl: 'de digest die het beleid moet hebben: sha-256:…',
        fr: 'l’empreinte que doit avoir la charte : sha-256:…',
        en: 'the digest that the policy should have: sha-256:…',
      },
    },
    {
      name: 'keys',
      value: 'FILE|URL',
      help: {
        nl: 'openbare sleutels van de server, om de handtekening na te kijken',
        fr: 'clés publiques du serveur, pour vérifier la signature',
        en: 'public keys of the server, to check the signature',
      },
    },
  ],
  notes: {
    nl: 'Een map is die van `policy publish`. Een bestand is een beleid, een gecompileerd bestand, een bevestiging of een ontvangstbewijs; het mag ook een adres zijn. De sleutels staan op /.well-known/jwks.json van de server.',
    fr: 'Un dossier est celui de `policy publish`. Un fichier est une charte, un fichier compilé, une confirmation ou un reçu ; ce peut être une adresse. Les clés sont à /.well-known/jwks.json du serveur.',
    en: 'A folder is one of `policy publish`. A file is a policy, a compiled file, a confirmation or a receipt; it may be an address. The keys are at /.well-known/jwks.json of the server.',
  },
  async run(call) {
    const [file = ''] = call.words;
    const { what, faults } = (await isFolder(file))
      ? await verifyFolder(file, call)
      : await verifyFile(file, call);
    if (call.json) {
      const told = faults.map((fault) => ({
        ...fault,
        message: call.say(FAULTS[fault.code], fault as never),
      }));
      call.output.write(`${JSON.stringify({ valid: faults.length === 0, faults: told })}\n`);
      return faults.length ? 1 : 0;
    }
    for (const fault of faults) {
      const place = fault.file ?? file;
      const told = call.say(FAULTS[fault.code], fault as never);
      call.output.tell(call.output.colour(`${place}: ${told}`, 'red', 'stderr'));
    }
    if (faults.length === 0) {
      for (const each of what) call.output.write(`${call.say(TEXTS.matches, { what: each })}\n`);
    }
    return faults.length ? 1 : 0;
  },
};
