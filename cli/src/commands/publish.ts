import { checkPolicy, readPolicy, type Policy } from 'policy-elements';
import { nextVersion, publicationOf, type Publication } from '@policy-elements/authoring';
import { policyOf } from '../policy-of.js';
import { DamagedError, keptDigest, publishedIn, writeFiles } from '../publish/folder.js';
import { imagesOf, sendImages, writeImages } from '../publish/images.js';
import { ask, RefusedError, shownBy } from '../publish/server.js';
import { CommandError, UsageError, type Call, type Command, type Words } from '../command.js';

const TEXTS = {
  to: {
    nl: 'Zeg waarheen: --to MAP of --to ADRES.',
    fr: 'Dites où : --to DOSSIER ou --to ADRESSE.',
    en: 'Say where to: --to DIR or --to URL.',
  },
  draft: {
    nl: '{id} {version} heeft de status “{status}”. Zet "status" op "published" om te publiceren.',
    fr: '{id} {version} a le statut « {status} ». Mettez "status" à "published" pour publier.',
    en: '{id} {version} has the status “{status}”. Set "status" to "published" to publish it.',
  },
  fill: {
    nl: 'Er moet nog iets ingevuld worden: {value}. `policy check` zegt waar.',
    fr: 'Il reste quelque chose à compléter : {value}. `policy check` dit où.',
    en: 'Something is still to be filled in: {value}. `policy check` says where.',
  },
  damaged: {
    nl: 'De tekst die van deze versie bewaard werd, is beschadigd: {file}. Zet een kopie ervan terug, of publiceer een nieuwe versie.',
    fr: 'Le texte conservé de cette version est endommagé : {file}. Restaurez-en une copie ou publiez une nouvelle version.',
    en: 'The text kept of this version is damaged: {file}. Put a copy of it back, or publish a new version.',
  },
  taken: {
    nl: '{id} {version} is al gepubliceerd, met een andere tekst. Wat mensen bevestigden, verandert niet: geef de nieuwe tekst een nieuwe versie{proposal}.',
    fr: '{id} {version} est déjà publiée, avec un autre texte. Ce qui a été confirmé ne change pas : donnez une nouvelle version au nouveau texte{proposal}.',
    en: '{id} {version} was published before, with another text. What people confirmed does not change: give the new text a new version{proposal}.',
  },
  major: {
    nl: 'MAJOR: iedereen bevestigt opnieuw, want dit is gewijzigd: {reasons}.',
    fr: 'MAJOR : tout le monde confirme à nouveau, car ceci a changé : {reasons}.',
    en: 'MAJOR: everybody confirms again, because this has changed: {reasons}.',
  },
  chosen: {
    nl: 'MAJOR: iedereen bevestigt opnieuw, omdat de versie dat zegt.',
    fr: 'MAJOR : tout le monde confirme à nouveau, parce que la version le dit.',
    en: 'MAJOR: everybody confirms again, because the version says so.',
  },
  minor: {
    nl: 'MINOR: niemand hoeft opnieuw te bevestigen.',
    fr: 'MINOR : personne n’a à confirmer à nouveau.',
    en: 'MINOR: nobody has to confirm again.',
  },
  doubt: {
    nl: 'Let op: dit vraagt iets anders van mensen ({reasons}); daar past versie {version} bij.',
    fr: 'Attention : ceci demande autre chose aux gens ({reasons}) ; la version {version} conviendrait.',
    en: 'Mind: this asks something else of people ({reasons}); version {version} would fit.',
  },
  people: {
    nl: 'Mensen die opnieuw moeten bevestigen: {count}.',
    fr: 'Personnes qui devront confirmer à nouveau : {count}.',
    en: 'Will confirm again: {count}.',
  },
  done: {
    nl: '{id} {version} is gepubliceerd, {digest}',
    fr: '{id} {version} est publiée, {digest}',
    en: '{id} {version} is published, {digest}',
  },
} satisfies Record<string, Words>;

const isServer = (to: string): boolean => /^https?:\/\//.test(to);

/** Says whether people have to confirm again, and why. */
function tellKind(call: Call, before: Policy, after: Policy): void {
  const { kind, reasons, version } = nextVersion(before, after);
  const named = reasons.map(({ title }) => title).join('; ');
  const [old, now] = [before, after].map((each) => Number(each.version.split('.')[0]));
  if (now! > old!)
    call.output.tell(call.say(named ? TEXTS.major : TEXTS.chosen, { reasons: named }));
  else {
    if (kind === 'major') call.output.tell(call.say(TEXTS.doubt, { reasons: named, version }));
    call.output.tell(call.say(TEXTS.minor));
  }
}

/** @throws CommandError where it may not be published */
function requireReady(call: Call, policy: Policy, source: unknown): void {
  const { id, version, status } = policy;
  if (status === 'draft') throw new CommandError(call.say(TEXTS.draft, { id, version, status }));
  const open = checkPolicy(source).findings.find(({ code }) => code === 'to-fill-in');
  if (open) throw new CommandError(call.say(TEXTS.fill, { value: String(open.params?.['value']) }));
}

export const command: Command = {
  summary: {
    nl: 'publiceert een versie: alles of niets',
    fr: 'publie une version : tout ou rien',
    en: 'publishes a version: all or nothing',
  },
  usage: 'FILE',
  words: [1, 1],
  options: [
    {
      name: 'to',
      value: 'DIR|URL',
      help: {
        nl: 'map die een webserver toont, of adres van de server',
        fr: 'dossier que sert un serveur web, ou adresse du serveur',
        en: 'folder that a web server serves, or address of the server',
      },
    },
    {
      name: 'server',
      value: 'URL',
      help: {
        nl: 'met een map: de server die bevestigingen bewaart',
        fr: 'avec un dossier : le serveur qui garde les confirmations',
        en: 'with a folder: the server that keeps confirmations',
      },
    },
    {
      name: 'dry-run',
      help: {
        nl: 'zegt wat er zou gebeuren, en doet het niet',
        fr: 'dit ce qui se passerait, sans le faire',
        en: 'says what would happen, and does not do it',
      },
    },
  ],
  notes: {
    nl: 'Het token van de server staat in POLICY_PUBLISH_TOKEN. Wordt de opdracht afgebroken, voer ze dan opnieuw uit.',
    fr: 'Le jeton du serveur est dans POLICY_PUBLISH_TOKEN. Si la commande est interrompue, relancez-la.',
    en: 'The server’s token is in POLICY_PUBLISH_TOKEN. If the command is interrupted, run it again.',
  },
  async run(call) {
    const [file = ''] = call.words;
    const to = call.option('to');
    if (to === undefined) throw new UsageError(call.say(TEXTS.to));
    const { source, policy } = await policyOf(file, call);
    requireReady(call, policy, source.value);
    const folder = isServer(to) ? undefined : to;
    const server = isServer(to) ? to : call.option('server');
    const publication = publicationOf(source.value, policy, source.text);
    const dryRun = call.has('dry-run');
    await publish({ ...{ call, policy, publication, folder, server, dryRun }, body: source.value });
    const { id, version } = policy;
    const { digest } = publication;
    if (call.json)
      call.output.write(`${JSON.stringify({ policy: id, version, digest, dryRun })}\n`);
    else if (!dryRun) call.output.write(`${call.say(TEXTS.done, { id, version, digest })}\n`);
    return 0;
  },
};

interface Task {
  call: Call;
  policy: Policy;
  body: unknown;
  publication: Publication;
  folder: string | undefined;
  server: string | undefined;
  dryRun: boolean;
}

/** Before anybody is shown the new text, all of it is there, and the server takes it. */
async function publish(task: Task): Promise<void> {
  const { call, policy, publication, folder, server, dryRun } = task;
  const { id, version } = policy;
  const { digest } = publication;
  const before = await beforeThis(task);
  const images = await imagesOf(call, policy, task.body);
  if (folder !== undefined) {
    const kept = await keptIn(folder, policy, call);
    if (kept !== undefined && kept !== digest) throw takenError(call, policy, before);
  }
  if (before && before.version !== version) tellKind(call, before, policy);
  if (folder !== undefined && !dryRun) {
    await writeImages(folder, policy, images);
    await writeFiles(folder, publication.kept);
  }
  if (server !== undefined && !dryRun) await sendImages(call, server, id, images);
  if (server !== undefined) await accept(task, server, before);
  if (folder !== undefined && !dryRun) await writeFiles(folder, publication.switched);
  if (server !== undefined && !dryRun) {
    const current = JSON.stringify({ version, digest });
    await ask(call, server, `/api/policies/${id}/current`, { method: 'PUT', body: current });
  }
}

/** @throws CommandError where it cannot be told whether the version was published with this text */
async function keptIn(
  folder: string,
  { id, version }: Policy,
  call: Call,
): Promise<string | undefined> {
  try {
    return await keptDigest(folder, `${id}/${version}/${id}.json`);
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    throw new CommandError(call.say(TEXTS.damaged, { file: error.file }));
  }
}

/** What readers are shown until now; what is damaged is replaced. */
async function beforeThis({ policy: { id }, folder, server }: Task): Promise<Policy | undefined> {
  const value =
    folder !== undefined
      ? await publishedIn(folder, `${id}.json`).catch((error: unknown) => {
          if (!(error instanceof DamagedError)) throw error;
        })
      : server !== undefined && (await shownBy(server, id));
  return readPolicy(value).policy;
}

function takenError(call: Call, policy: Policy, before: Policy | undefined): CommandError {
  const { id, version } = policy;
  const proposal = before ? ` (${nextVersion(before, policy).version})` : '';
  return new CommandError(call.say(TEXTS.taken, { id, version, proposal }));
}

/** @throws CommandError where the server does not take this text */
async function accept(task: Task, server: string, before: Policy | undefined): Promise<void> {
  const { call, policy, dryRun } = task;
  const path = `/api/policies/${policy.id}/versions/${policy.version}${dryRun ? '?dry-run=true' : ''}`;
  const body = JSON.stringify(task.body);
  try {
    const { confirmAgain } = await ask(call, server, path, { method: 'PUT', body });
    if (typeof confirmAgain === 'number') {
      call.output.tell(call.say(TEXTS.people, { count: confirmAgain }));
    }
  } catch (error) {
    const isTaken = error instanceof RefusedError && error.code === 'version-taken';
    throw isTaken ? takenError(call, policy, before) : error;
  }
}
