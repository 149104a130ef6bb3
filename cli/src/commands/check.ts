import {
  checkSource,
  groupFindings,
  messagesIn,
  type ToldFinding,
} from '@policy-elements/authoring';
import { readPolicyFile } from '../files.js';
import { annotations, sarif } from '../formats.js';
import type { Call, Command, Words } from '../command.js';

const MORE_PLACES = 5;

const TEXTS = {
  more: {
    nl: '… en nog {count}: met --all zie je ze alle',
    fr: '… et encore {count} : --all les montre toutes',
    en: '… and {count} more: --all shows them all',
  },
} satisfies Record<string, Words>;

/** For people: by kind, the place in words in front. */
async function tell(call: Call, file: string, findings: readonly ToldFinding[]) {
  const { output, messages } = call;
  const most = call.has('all') ? Number.POSITIVE_INFINITY : MORE_PLACES;
  const words = messagesIn(messages);
  for (const group of await groupFindings(findings, { messages })) {
    const [first] = group.findings;
    const grade = output.colour(
      words.grades[group.grade],
      group.grade === 'error' ? 'red' : 'yellow',
    );
    const place = output.colour(`${file}:${first!.line}:${first!.column}`, 'bold');
    output.write(`${place} ${grade}: ${group.message}\n`);
    const places = group.findings.filter(({ where }) => where);
    for (const { where, line } of places.slice(0, most)) {
      const at = group.findings.length > 1 ? ` (${file}:${line})` : '';
      output.write(output.colour(`    ${where}${at}\n`, 'dim'));
    }
    if (places.length > most) {
      const more = call.say(TEXTS.more, { count: places.length - most });
      output.write(output.colour(`    ${more}\n`, 'dim'));
    }
  }
}

export const command: Command = {
  summary: {
    nl: 'zegt wat fout is in een beleid, en wat beter kan',
    fr: 'signale les erreurs d’une charte et ce qui peut être amélioré',
    en: 'says what is wrong in a policy, and what could be better',
  },
  usage: 'FILE…',
  words: [1, Number.POSITIVE_INFINITY],
  options: [
    {
      name: 'strict',
      help: {
        nl: 'telt ook adviezen als fouten',
        fr: 'compte aussi les conseils comme des erreurs',
        en: 'counts advice as errors too',
      },
    },
    {
      name: 'all',
      help: {
        nl: 'noemt elke plaats, ook waar het er veel zijn',
        fr: 'nomme chaque endroit, même s’ils sont nombreux',
        en: 'names every place, also where there are many',
      },
    },
    {
      name: 'types',
      value: 'TYPE,…',
      help: {
        nl: 'onderdelen van een eigen type, met een eigen element: daar komt geen advies over',
        fr: 'types de rubrique à vous, affichés par un élément à vous : sans conseil à leur sujet',
        en: 'section types of your own, with an element of your own: no advice is given on them',
      },
    },
    {
      name: 'format',
      value: 'text|json|github|sarif',
      choices: ['text', 'json', 'github', 'sarif'],
      help: {
        nl: 'vorm van het antwoord; github voor annotaties',
        fr: 'forme de la réponse ; github pour des annotations',
        en: 'form of the answer; github for annotations',
      },
    },
  ],
  notes: {
    nl: '“-” leest van de standaardinvoer.',
    fr: '« - » lit l’entrée standard.',
    en: '“-” reads standard input.',
  },
  async run(call) {
    const { words, output, messages, json } = call;
    const format = json ? 'json' : (call.option('format') ?? 'text');
    const types =
      call
        .option('types')
        ?.split(',')
        .map((each) => each.trim()) ?? [];
    const reports = [];
    for (const [at, file] of words.entries()) {
      if (words.length > 1) output.progress(`${at + 1}/${words.length} ${file}`);
      const source = await readPolicyFile(file, call);
      reports.push({ file, ...(await checkSource(source, { messages, types })) });
    }
    const all = reports.flatMap(({ file, findings }) =>
      findings.map((each) => ({ file, ...each })),
    );
    const errors = all.filter(({ grade }) => grade === 'error').length;
    const summary = { errors, advice: all.length - errors };
    if (format === 'json') {
      const findings = words.length > 1 ? all : reports[0]!.findings;
      output.write(`${JSON.stringify({ findings, summary }, null, 2)}\n`);
    } else if (format === 'sarif') {
      output.write(`${JSON.stringify(sarif(all), null, 2)}\n`);
    } else if (format === 'github') {
      output.write(await annotations(reports, messages));
    } else {
      for (const { file, findings } of reports) await tell(call, file, findings);
    }
    if (format !== 'json' && format !== 'sarif') {
      const said = messagesIn(messages);
      output.tell(all.length ? said.summary(errors, summary.advice) : said.sound);
    }
    return errors > 0 || (call.has('strict') && all.length > 0) ? 1 : 0;
  },
};
