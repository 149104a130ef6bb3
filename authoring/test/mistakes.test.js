/** What goes wrong when people write JSON by hand: each is told with its line, cause and remedy. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource, readSource } from '../dist/index.js';
import { small } from './support.js';

const json = () => JSON.stringify(small(), null, 2);
const edit = (change) => {
  const draft = small();
  change(draft);
  return JSON.stringify(draft, null, 2);
};
const replace = (from, to) => {
  assert.ok(json().includes(from), from);
  return json().replace(from, to);
};
const lineOf = (text, part) => text.slice(0, text.indexOf(part)).split('\n').length;
const item = (draft) => draft.sections[0].items[0];
const section = (value) => (draft) => draft.sections.push({ id: 'more', title: 'Meer', ...value });

/** Each: what somebody did, the file, the code, a part of the line it is told at, what was meant. */
// prettier-ignore
const MISTAKES = [
  // The text itself
  ['a comma after the last entry', replace('"J’ai lu ceci."', '"J’ai lu ceci.",'), 'comma-extra', 'J’ai lu ceci'],
  ['two commas', replace('"1.0",', '"1.0",,'), 'comma-extra', '"1.0"'],
  ['no comma between two fields', replace('"1.0",', '"1.0"'), 'comma-missing', '"1.0"'],
  ['no comma between two items', replace('"nl",', '"nl"'), 'comma-missing', '"nl"'],
  ['curly quotes from Word', replace('"Beleid"', '“Beleid”'), 'curly-quotes', '“Beleid'],
  ['a curly quote at the end only', replace('"Beleid"', '"Beleid”'), 'curly-quotes', 'Beleid”'],
  ['French quotes', replace('"Charte"', '« Charte »'), 'curly-quotes', '« Charte'],
  ['single quotes', replace('"Beleid"', "'Beleid'"), 'single-quotes', "'Beleid"],
  ['a quotation mark within a text', replace('Spreek voor jezelf', 'Spreek "voor" jezelf'), 'quote-unescaped', 'Spreek "voor"'],
  ['a quotation mark forgotten', replace('"Beleid"', '"Beleid'), 'quote-missing', '"Beleid'],
  ['a name without quotation marks', replace('"version"', 'version'), 'unquoted-key', 'version: '],
  ['a word without quotation marks', replace('"published"', 'published'), 'bad-word', 'status', '"published"'],
  ['True as in Python', replace('"published"', 'True'), 'bad-word', 'status', 'true'],
  ['a colon forgotten', replace('"version":', '"version"'), 'colon-missing', '"version"'],
  ['an equals sign', replace('"version":', '"version" ='), 'colon-missing', '"version"'],
  ['nothing behind the colon', replace('"1.0"', ''), 'value-missing', '"version"'],
  ['a comment', replace('"version"', '// de versie\n  "version"'), 'comment', '// de'],
  ['a comment with a hash', replace('"version"', '# de versie\n  "version"'), 'comment', '# de'],
  ['a closing brace too many', `${json()}\n}`, 'bracket-extra', undefined],
  ['a brace forgotten', json().replace(/\}\s*$/, ''), 'bracket-missing', undefined],
  ['a bracket for a brace', json().replace(/\]\s*\}/, '}\n}'), 'bracket-wrong', undefined],
  ['text behind the end', `${json()}\nGroeten, Mira`, 'text-after-end', 'Groeten'],
  ['a text over two lines', replace('Eén stem is duidelijk.', 'Eén stem\nis duidelijk.'), 'line-break-in-text', 'Eén stem'],
  ['a tab in a text', replace('Eén stem is', 'Eén\tstem is'), 'control-character', 'Eén\tstem'],
  ['a path with backslashes', replace('Elzenbrug', 'C:\\Mijn documenten'), 'bad-escape', 'C:\\Mijn'],
  ['a date without quotation marks', replace('"1.0"', '01.10'), 'bad-number', '01.10'],
  ['a space from a web page', replace('"version":', '"version":\u00a0'), 'invisible-character', '"version"'],
  ['the same field twice', replace('"version": "1.0",', '"version": "1.0",\n  "version": "2.0",'), 'duplicate-key', '"2.0"'],
  ['an empty file', ' \n', 'empty-file', undefined],
  ['a Word file', Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000'), 'other-file', undefined],
  ['a web page', '<!doctype html><html><body>Sign in</body></html>', 'other-file', undefined],
  // What stands in it
  ['a date as people write it', edit((draft) => (draft.reviewBy = '01/10/2026')), 'date', 'reviewBy', '2026-10-01'],
  ['a date in words', edit((draft) => (draft.effective = '1 maart 2026')), 'date', 'effective', '2026-03-01'],
  ['a date in words, in French', edit((draft) => (draft.effective = '1er août 2026')), 'date', 'effective', '2026-08-01'],
  ['a day that does not exist', edit((draft) => (draft.effective = '2026-02-30')), 'date', 'effective'],
  ['a duration in words', edit((draft) => (draft.acknowledgement.validFor = '1 jaar')), 'duration', 'validFor', 'P1Y'],
  ['a version as a number', edit((draft) => (draft.version = 3.1)), 'wrong-shape', 'version', '3.1'],
  ['a version with three parts', edit((draft) => (draft.version = 'v3.1.0')), 'version', 'version', '3.1'],
  ['the format as a text', edit((draft) => (draft.format = '1')), 'format', 'format', '1'],
  ['an id with spaces and accents', edit((draft) => (item(draft).id = 'Règle één')), 'id', 'Règle één', 'regle-een'],
  ['the same id twice', edit((draft) => draft.sections[0].items.push({ ...item(draft) })), 'duplicate-id', undefined],
  ['a link to an id with a slip', edit((draft) => (item(draft).why.nl = 'Zie [dit](#rule-nam).')), 'unknown-reference', '#rule-nam', '#rule-name'],
  ['an owner who is no contact', edit((draft) => (draft.owner = 'Mira')), 'id', '"owner"', 'mira'],
  ['an audience as a text', edit((draft) => (item(draft).audience = 'staff')), 'wrong-shape', 'audience', '["staff"]'],
  ['a status in Dutch', edit((draft) => (draft.status = 'gepubliceerd')), 'choice', 'gepubliceerd', 'published'],
  ['a field with a slip', edit((draft) => ((item(draft).boddy = item(draft).body), delete item(draft).body)), 'unknown-field', 'boddy', 'body'],
  ['a field in Dutch', edit((draft) => (draft.herziening = '2026-10-01')), 'unknown-field', 'herziening', 'reviewBy'],
  ['a field in French', edit((draft) => ((item(draft).pourquoi = 'Parce que'), delete item(draft).why)), 'unknown-field', 'pourquoi', 'why'],
  ['a required field forgotten', edit((draft) => delete item(draft).title), 'missing', undefined],
  ['a type in Dutch', edit(section({ type: 'regels', items: [] })), 'unknown-type', 'regels', 'rules'],
  ['a kind in Dutch', edit(section({ type: 'guidelines', items: [{ id: 'g', kind: 'doen', title: 'T', body: 'B' }] }), ), 'unknown-word', '"doen"', 'do'],
  ['a permission in Dutch', edit(section({ type: 'mandates', items: [{ id: 'm', title: 'T', allowed: 'ja' }] })), 'choice', '"ja"', 'yes'],
  ['a condition that is not told', edit(section({ type: 'mandates', items: [{ id: 'm', title: 'T', allowed: 'conditional' }] })), 'condition-missing', undefined],
  ['a quiz without a right answer', edit(section({ type: 'quiz', items: [{ id: 'q', question: 'Q', options: [{ label: 'A' }], explanation: 'E' }], }), ), 'no-correct-answer', undefined],
  ['true between quotation marks', edit((draft) => (item(draft).core = 'true')), 'wrong-shape', 'core', 'true'],
  ['a language in capitals', edit((draft) => (draft.title = { NL: 'Beleid', fr: 'Charte' })), 'language-spelling', 'NL', 'nl'],
  ['a language in words', edit((draft) => (draft.title = { nl: 'Beleid', frans: 'Charte' })), 'language-unlisted', 'frans', 'fr'],
  ['languages in words', edit((draft) => (draft.languages = ['nederlands', 'fr'])), 'language', 'nederlands', 'nl'],
  ['an e-mail address with mailto', edit((draft) => (draft.contacts[0].email = 'mailto:mira@elzenbrug.be')), 'mailto', 'mailto', 'mira@elzenbrug.be'],
  ['a name with an e-mail address', edit((draft) => (draft.contacts[0].email = 'Mira <mira@elzenbrug.be>')), 'email', 'Mira <', 'mira@elzenbrug.be'],
  ['an address without https', edit((draft) => (draft.organisation.url = 'www.elzenbrug.be')), 'no-scheme', 'www', 'https://www.elzenbrug.be'],
  ['an address with a slip', edit((draft) => (draft.organisation.url = 'htp://www.elzenbrug.be')), 'unsafe-address', 'htp', 'http://www.elzenbrug.be'],
  ['a link without https in a text', edit((draft) => (item(draft).why.nl = 'Zie [onze site](www.elzenbrug.be).')), 'no-scheme', 'onze site', 'https://www.elzenbrug.be'],
  ['an e-mail address as a link', edit((draft) => (item(draft).why.nl = '[Mail](info@elzenbrug.be).')), 'no-scheme', 'Mail', 'mailto:info@elzenbrug.be'],
  ['HTML from Word', edit((draft) => (item(draft).why.nl = '<p class="MsoNormal">Omdat</p>')), 'html', 'MsoNormal'],
  ['bold in a title', edit((draft) => (item(draft).title.nl = '**Spreek**')), 'markdown-in-plain', 'Spreek'],
  ['a letter that was lost', edit((draft) => (item(draft).why.nl = 'Voor cli\ufffdnten.')), 'damaged-text', 'cli'],
  ['letters read in the wrong encoding', edit((draft) => (item(draft).why.nl = 'Voor cliÃ«nten.')), 'mojibake', 'cliÃ', 'ë'],
  ['an image without a text', edit((draft) => (item(draft).why.nl = '![](foto.jpg)')), 'image-without-alt', 'foto'],
  ['something to fill in', edit((draft) => (item(draft).why.nl = 'Bel [[telefoon]].')), 'to-fill-in', 'telefoon'],
  ['capitals in brackets, left from a template', edit((draft) => (item(draft).why.nl = 'Bij [AGENCY NAME] werken.')), 'placeholder', 'AGENCY'],
  ['capitals with a small word in brackets', edit((draft) => (item(draft).why.nl = 'Bij [AGENCY or PROGRAM NAME] werken.')), 'placeholder', 'PROGRAM'],
  ['capitals in brackets as an import writes them', edit((draft) => (item(draft).why.nl = String.raw`Bij \[AGENCY NAME\] werken.`)), 'placeholder', 'AGENCY'],
  ['the name of anybody in brackets', edit((draft) => (item(draft).why.nl = 'Volgens [Agency Policy].')), 'placeholder', '[Agency Policy]'],
  ['what to do with a text, in slanted brackets', edit((draft) => (item(draft).why.nl = String.raw`Zie \[*If the value is less. Delete if not applicable.*\] hier.`)), 'placeholder', '[*If the value'],
  ['words in brackets, left from a template', edit((draft) => (item(draft).why.fr = 'Appelez [nom du responsable].')), 'placeholder', 'responsable'],
  ['an id that says nothing', edit((draft) => (draft.id = 'policy')), 'id-says-nothing', '"policy"'],
  ['an empty text', edit((draft) => (item(draft).title = { nl: '', fr: ' ' })), 'text-empty', undefined],
  ['a list for the languages forgotten', edit((draft) => (draft.languages = 'nl')), 'wrong-shape', 'languages', '["nl"]'],
  ['a section in two chapters', edit((draft) => (draft.groups = ['a', 'b'].map((id) => ({ id, title: 'T', sections: ['rules'] }))), ), 'in-two-groups', undefined],
  ['a short reading without parts', edit((draft) => (draft.acknowledgement.covers = 'core')), 'core-missing', 'covers'],
  ['the translation is the source text', edit((draft) => (draft.summary.fr = draft.summary.nl)), 'translation-same', '"fr": "Wat je'],
];

for (const [what, file, code, part, suggestion] of MISTAKES) {
  test(`${what} is told: ${code}`, async () => {
    const source = readSource(file);
    for (const messages of ['en', 'nl', 'fr']) {
      const { findings } = await checkSource(source, { messages });
      const found = findings.find((each) => each.code === code && (!suggestion || each.suggestion));
      const codes = findings.map((each) => `${each.line}: ${each.code}`).join(', ');
      assert.ok(found, `not told among ${codes}`);
      if (part !== undefined) {
        assert.equal(found.line, lineOf(String(file), part), `${code} at ${found.line}`);
      }
      if (suggestion)
        assert.equal(
          found.suggestion.replaceAll(/^"|"$/g, ''),
          suggestion.replaceAll(/^"|"$/g, ''),
        );
      assert.ok(found.column >= 1 && found.message.length > 15, found.message);
      assert.doesNotMatch(found.message, /undefined|\[object|\$\{/);
    }
  });
}

test('there are more than forty', () => assert.ok(MISTAKES.length > 40));

test('what is clear all the same is read on', async () => {
  const text = json()
    .replace('"1.0",', '"1.0", // nu')
    .replace(/\}\s*\}\s*$/, '},\n}');
  const { findings, policy } = await checkSource(readSource(text), { messages: 'en' });
  assert.deepEqual(
    findings.filter(({ grade }) => grade === 'error').map(({ code }) => code),
    ['comment', 'comma-extra'],
  );
  assert.equal(policy?.version, '1.0');
});

const text = json().replace('Eén stem', 'Cliënten – één stem');
const utf16 = (littleEndian) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
};
const ANSI = Buffer.from(
  [...text].map((each) => ({ '–': 0x96, '’': 0x92 })[each] ?? each.charCodeAt(0)),
);
const SAVED = [
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
  ['UTF-8 with CRLF', Buffer.from(text.replaceAll('\n', '\r\n')), 'utf-8'],
  ['UTF-16, as Notepad calls Unicode', utf16(true), 'utf-16le'],
  ['UTF-16 big endian', utf16(false), 'utf-16be'],
  ['ANSI', ANSI, 'windows-1252'],
];
for (const [name, bytes, encoding] of SAVED) {
  test(`a file saved as ${name} is read as it was meant`, async () => {
    const source = readSource(bytes);
    assert.equal(source.encoding, encoding);
    assert.deepEqual(source.value, JSON.parse(text));
    const { findings } = await checkSource(source, { messages: 'nl' });
    assert.equal(
      findings.some(({ code }) => code === 'encoding'),
      encoding !== 'utf-8',
    );
    assert.ok(!findings.some(({ code }) => code === 'damaged-text' || code === 'mojibake'));
    const place = source.locate('/sections/0/items/0/why/nl');
    assert.equal(place.line, lineOf(text, 'Cliënten'));
  });
}

test('many of one kind are told as one', async () => {
  const { groupFindings } = await import('../dist/index.js');
  const file = edit((draft) => {
    const items = Array.from({ length: 1865 }, (_, at) => ({
      id: `p-${at}`,
      platform: 'facebook',
      name: `P ${at}`,
      url: `https://facebook.com/p${at}`,
    }));
    draft.sections.push({ id: 'profiles', type: 'profiles', title: 'Profielen', items });
  });
  const { findings } = await checkSource(readSource(file), { messages: 'en' });
  const groups = await groupFindings(findings, { messages: 'en' });
  const [group, ...more] = groups.filter(({ code }) => code === 'profile-unverified');
  assert.deepEqual(more, []);
  assert.match(group.message, /1,865 profiles/);
});

test('nothing that a file can say crashes it', async () => {
  const wild = [
    '[]',
    '"x"',
    '1',
    'null',
    'true',
    '{}',
    '{"title":1}',
    '{"sections":{}}',
    '{"sections":[null,1,"x",[],{"type":{}}],"title":{"nl":1},"languages":[1,null]}',
    '{"__proto__":{"x":1},"title":"T","sections":[{"type":"constructor","id":"a","title":"t"}]}',
    '{"title":"T","sections":[],"translations":{"a":1},"groups":[{"id":1}]}',
    '['.repeat(100_000),
    '{"a":'.repeat(20_000),
    '\u0000\u0001',
    '\ud800',
    '{"a":"\\ud800"}',
  ];
  for (const file of [...wild, Buffer.from([0xff, 0xfe]), Buffer.from([0xff]), Buffer.alloc(0)]) {
    const { findings } = await checkSource(readSource(file), { messages: 'nl' });
    assert.ok(findings.length > 0, String(file).slice(0, 40));
  }
});

test('any slip of one character is told or harmless, and never crashes', async () => {
  const good = json();
  const others = ['', ',', '"', '}', '{', ']', '\\', '\n', '“', ' '];
  for (let at = 0; at < good.length; at += 7) {
    for (const other of others) {
      const bad = good.slice(0, at) + other + good.slice(at + 1);
      let sound = true;
      try {
        JSON.parse(bad);
      } catch {
        sound = false;
      }
      const { problems } = readSource(bad);
      const told = problems.filter(({ code }) => code !== 'duplicate-key').length > 0;
      assert.equal(
        told,
        !sound,
        `${JSON.stringify(other)} at ${at}: ${problems.map(({ code }) => code)}`,
      );
    }
  }
});

test('brackets that are no placeholder are left alone', async () => {
  const texts = [
    '[Lees meer](#rules)',
    '- [x] gedaan',
    'zo [sic] staat het',
    'zie [1]',
    'de [of]',
    '[VRT](https://x.be) en [de] NMBS',
    '[GDPR](https://x.be)',
    '`[NAAM]`',
  ];
  for (const text of texts) {
    const draft = small();
    item(draft).why.nl = text;
    const { findings } = await checkSource(readSource(JSON.stringify(draft)), { messages: 'en' });
    assert.ok(!findings.some(({ code }) => code === 'placeholder'), text);
  }
});
