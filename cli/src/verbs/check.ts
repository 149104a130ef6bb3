import {
  checkSource,
  groupFindings,
  messagesIn,
  type ToldFinding,
} from '@policy-elements/authoring';
import { readPolicyFile } from '../files.js';
import { annotations, sarif } from '../formats.js';
import type { Call, Verb } from '../verb.js';

const MORE_PLACES = 5;

/** For people: by kind, the place in words in front. */
async function tell({ output, messages }: Call, file: string, findings: readonly ToldFinding[]) {
  const words = messagesIn(messages);
  for (const group of await groupFindings(findings, { messages })) {
    const [first] = group.findings;
    const grade = output.colour(
      words.grades[group.grade],
      group.grade === 'error' ? 'red' : 'yellow',
    );
    const place = output.colour(`${file}:${first!.line}:${first!.column}`, 'bold');
    output.write(`${place} ${grade}: ${group.message}\n`);
    const places = group.findings.slice(0, MORE_PLACES).filter(({ where }) => where);
    for (const { where, line } of places) {
      const at = group.findings.length > 1 ? ` (${file}:${line})` : '';
      output.write(output.colour(`    ${where}${at}\n`, 'dim'));
    }
    if (group.findings.length > MORE_PLACES) {
      output.write(output.colour(`    … +${group.findings.length - MORE_PLACES}\n`, 'dim'));
    }
  }
}

export const verb: Verb = {
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
    const reports = [];
    for (const [at, file] of words.entries()) {
      if (words.length > 1) output.progress(`${at + 1}/${words.length} ${file}`);
      const source = await readPolicyFile(file, call);
      reports.push({ file, ...(await checkSource(source, { messages })) });
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
