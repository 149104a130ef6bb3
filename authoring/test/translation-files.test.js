import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import {
  applyTranslations,
  readTranslations,
  toCsv,
  toXliff,
  translationUnits,
} from '../dist/index.js';
import { readWord, toWord } from '../dist/translation-files/docx-file.js';
import { cutMarkdown, joinPieces } from '../dist/translation-files/markup.js';

const sample = JSON.parse(
  readFileSync(new URL('../../stories/policies/sample.json', import.meta.url)),
);
const folder = mkdtempSync(join(tmpdir(), 'translations-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const has = (command) => {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const without = (command) => (has(command) ? false : `${command} is not installed`);

describe('XLIFF', () => {
  const file = join(folder, 'fr.xlf');
  writeFileSync(file, toXliff(sample, 'fr'));
  const schemas = '/usr/share/php/Symfony/Component/Translation/Resources/schemas';
  it(
    'is valid by its schema',
    {
      skip:
        without('xmllint') ||
        (existsSync(schemas)
          ? false
          : 'php-symfony-translation, which has the schema, is not installed'),
    },
    () => {
      const strict = readFileSync(join(schemas, 'xliff-core-1.2-strict.xsd'), 'utf8');
      const local = join(folder, 'xliff.xsd');
      writeFileSync(
        local,
        strict.replace(
          /schemaLocation="[^"]*xml\.xsd"/,
          `schemaLocation="file://${schemas}/xml.xsd"`,
        ),
      );
      execFileSync('xmllint', ['--nonet', '--noout', '--schema', local, file], { stdio: 'pipe' });
    },
  );
  it(
    'is opened by translate-toolkit, which finds every text',
    { skip: without('xliff2po') },
    () => {
      const po = join(folder, 'fr.po');
      execFileSync('xliff2po', ['--progress=none', file, po], { stdio: 'pipe' });
      const count = readFileSync(po, 'utf8').match(/^msgid "/gm).length;
      assert.ok(count >= new Set(translationUnits(sample, 'fr').map(({ source }) => source)).size);
    },
  );
  it('holds marks as placeholders, and none as text', () => {
    const xml = readFileSync(file, 'utf8');
    assert.doesNotMatch(xml.replace(/<[^>]*>/g, ''), /\*\*|\]\(/);
    assert.match(xml, /<g id="\d+" ctype="bold" equiv-text="\*\*…\*\*">/);
    assert.match(xml, /<g id="\d+" ctype="link" equiv-text="\[…\]\([^"]*\)">/);
  });
  it('finds the marks again where a tool has kept only their numbers', () => {
    const bare = toXliff(sample, 'fr').replace(/<target[\s\S]*?<\/target>/g, (target) =>
      target.replace(/ (ctype|equiv-text)="[^"]*"/g, ''),
    );
    assert.deepEqual(applyTranslations(sample, readTranslations(bare)).edits, []);
  });
});

describe('marks in a text', () => {
  it('cut it up so that together it is the same, byte by byte', () => {
    const texts = translationUnits(sample, 'fr').flatMap(({ source, target }) => [source, target]);
    const odd = [
      '**',
      '*a',
      'a*b*c',
      '[a](b',
      '[a](<b c>)',
      '\\*a\\*',
      '`a`b`',
      '- - a',
      '1. a\n   - b',
      '> a\n> b',
      '[**a**](b)',
      '**[a](b)**',
      '**a *b** c*',
      '![x](y)',
      '~~a~~',
      'snake_case_name',
      '_a_',
      '<https://a.be>',
      '**a',
      '[a] (b)',
      '',
    ];
    for (const text of [...texts, ...odd]) assert.equal(joinPieces(cutMarkdown(text)), text);
  });
  it('open and close in order', () => {
    for (const text of ['**a *b** c*', '[**a](b)**', '**[a**](b)', '*a **b* c**']) {
      const open = [];
      for (const piece of cutMarkdown(text)) {
        if (piece.kind === 'open') open.push(piece.pair);
        if (piece.kind === 'close') assert.equal(open.pop(), piece.pair, text);
      }
      assert.deepEqual(open, [], text);
    }
  });
});

describe('states in words', () => {
  const WORDS = { nl: 'actueel', fr: 'à jour', en: 'current', de: 'current' };
  for (const [to, word] of Object.entries(WORDS)) {
    it(`are in the translator’s language: ${to}`, async () => {
      const source = to === 'nl' ? 'fr' : 'nl';
      const policy = { ...sample, languages: [source, to], translations: undefined };
      policy.title = { [source]: 'Een titel', [to]: 'Another' };
      assert.ok(toCsv(policy, to).includes(`;Another;${word}\r\n`));
      const entries = readWord(await toWord(policy, to)).entries;
      assert.equal(entries.find(({ target }) => target === 'Another').state, 'done');
    });
  }
  it('are read in any of the three, as people type them', () => {
    for (const [typed, state] of [
      ['Actueel', 'done'],
      ['A JOUR', 'done'],
      ['à jour.', 'done'],
      ['verouderd', 'review'],
      ['obsolete', 'review'],
      ['ontbreekt', 'missing'],
      ['machine', 'machine'],
      ['wat dan ook', undefined],
    ]) {
      const rows = `reference;nl;fr;state\r\nx.title.0123456789abcdef;Zorg;Santé;${typed}\r\n`;
      assert.equal(readTranslations(rows).entries[0].state, state, typed);
    }
  });
});

describe('CSV', () => {
  const csv = toCsv({ ...sample, title: { nl: '=1+1', fr: "'=HYPERLINK(1)" } }, 'fr');
  it('guards what a spreadsheet would take for a formula, and takes the guard away again', () => {
    assert.match(csv, /;'=1\+1;''=HYPERLINK\(1\);/);
    assert.equal(readTranslations(csv).entries[0].target, "'=HYPERLINK(1)");
    assert.equal(readTranslations(csv).entries[0].source, '=1+1');
  });
  it('knows no state by a word that is none', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'klaar?']) {
      const row = `x.title.0123456789abcdef;Zorg;Santé;${word}`;
      const [entry] = readTranslations(`reference;nl;fr;state\r\n${row}\r\n`).entries;
      assert.equal(entry.state, undefined, word);
    }
  });
  it('is read with commas, with tabs, and as Windows saves it', () => {
    const rows = 'reference;nl;fr;state\r\nx.title.0123456789abcdef;Zorg;Santé;current\r\n';
    for (const text of [
      rows,
      rows.replaceAll(';', ','),
      rows.replaceAll(';', '\t'),
      `sep=;\r\n${rows}`,
    ]) {
      assert.equal(readTranslations(text).entries[0].target, 'Santé');
    }
    assert.equal(readTranslations(Buffer.from(rows, 'latin1')).entries[0].target, 'Santé');
  });
  it(
    'opens in a spreadsheet of Belgium with its columns and its accents',
    { skip: without('soffice') },
    () => {
      writeFileSync(join(folder, 'fr.csv'), csv);
      execFileSync(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=file://${folder}/office`,
          '--infilter=CSV:59,34,76,1,,0,false,true',
          '--convert-to',
          'csv:Text - txt - csv (StarCalc):44,34,76,1',
          '--outdir',
          join(folder, 'out'),
          join(folder, 'fr.csv'),
        ],
        { stdio: 'pipe', timeout: 120_000 },
      );
      const back = readFileSync(join(folder, 'out', 'fr.csv'));
      assert.deepEqual(
        applyTranslations(
          { ...sample, title: { nl: '=1+1', fr: "'=HYPERLINK(1)" } },
          readTranslations(back),
        ).edits,
        [],
      );
    },
  );
});

describe('the Word file', () => {
  it('comes back the same from another word processor', { skip: without('soffice') }, async () => {
    writeFileSync(join(folder, 'fr.docx'), await toWord(sample, 'fr'));
    execFileSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/office`,
        '--convert-to',
        'docx:MS Word 2007 XML',
        '--outdir',
        join(folder, 'out'),
        join(folder, 'fr.docx'),
      ],
      { stdio: 'pipe', timeout: 120_000 },
    );
    const { edits } = applyTranslations(
      sample,
      readWord(readFileSync(join(folder, 'out', 'fr.docx'))),
    );
    assert.deepEqual(edits, []);
  });
});
