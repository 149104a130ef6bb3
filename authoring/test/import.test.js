import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkPolicy } from 'policy-elements';
import { importDocument, retype } from '../dist/index.js';
import { bold, cell, docx, h, li, p, r, table } from './support/docx.js';
import { outcome } from './support/outcome.js';
import { missing, textsOf, wordsOf } from './support/words.js';

const errors = (draft) =>
  checkPolicy(draft.policy).findings.filter(({ grade }) => grade === 'error');
const sectionOf = (draft, title) =>
  draft.policy.sections.find((section) => Object.values(section.title)[0] === title);
const left = (draft, reason) =>
  draft.report.left.filter((each) => each.reason === reason).map(({ text }) => text);

/** A policy as an officer types it: no styles, bold lines, typed numbers. */
const TYPED = [
  bold('SOCIALEMEDIABELEID'),
  p('Versie 2.1'),
  p('Goedgekeurd op 12 maart 2026'),
  bold('1. Waarom dit beleid'),
  p(
    'We willen dat iedereen met een gerust hart online kan zijn, en dat onze bewoners beschermd blijven.',
  ),
  bold('2. Afspraken'),
  p('1) Je mag alleen namens ons spreken als je woordvoerder bent.'),
  p('2) Je moet foto’s eerst laten goedkeuren. Een bewoner kan zich niet altijd verweren.'),
  p('3) Je mag geen vertrouwelijke informatie delen.'),
  p('4) Wachtwoorden moeten in de kluis staan.'),
  bold('3. Do’s en don’ts'),
  table(
    [r('Wel', '<w:b/>'), r('Niet', '<w:b/>')].map((run) => cell(p(run))),
    [
      cell(li('Wees jezelf.') + li('Vermeld je bron. Dat is eerlijk.')),
      cell(li('Discussieer niet in het openbaar.') + li('Post geen foto van een bewoner.')),
    ],
  ),
  bold('4. Wie mag wat?'),
  table(
    [cell(p(r('Wat', '<w:b/>'))), cell(p(r('Mag het?', '<w:b/>')))],
    ['Berichten delen', 'Ja'],
    ['Een pagina openen', 'Mits toestemming van de dienst communicatie'],
    ['Klantgegevens posten', 'Nee'],
  ),
  bold('5. Veelgestelde vragen'),
  bold('Mag ik mijn werkgever vermelden?'),
  p('Ja. Schrijf er wel bij dat je in eigen naam spreekt.'),
  bold('Wat als ik al iets fout gepost heb?'),
  p('Verwijder het en bel de dienst communicatie.'),
  bold('6. Onze kanalen'),
  table(
    ['Facebook', 'Zorggroep De Linde', 'https://www.facebook.com/delinde'],
    ['Instagram', 'De Linde in beeld', 'https://www.instagram.com/delinde'],
  ),
  bold('7. Contact'),
  li('An Peeters, woordvoerder, an.peeters@delinde.be, 09 123 45 67'),
  li('Tom Maes, dienst IT, tom.maes@delinde.be'),
  bold('8. Hoe reageren'),
  li(r('Klacht: ', '<w:b/>') + r('bedank de schrijver en bel de dienst.')),
  li(r('Compliment: ', '<w:b/>') + r('zeg dank je wel.')),
  li(r('Crisis: ', '<w:b/>') + r('antwoord niet zelf.')),
].join('');

describe('a policy as an officer types it', () => {
  const draft = importDocument(docx(TYPED), { lang: 'nl' });
  it('becomes what each part is', () => {
    assert.deepEqual(
      draft.policy.sections.map(({ type }) => type),
      [
        'text',
        'rules',
        'guidelines',
        'mandates',
        'faq',
        'profiles',
        'contacts',
        'reactions',
        'text',
      ],
    );
    assert.deepEqual(errors(draft), []);
  });
  it('loses no word, and puts none in two places', () => {
    const source = wordsOf(TYPED.replace(/<\/w:(p|tc)>/g, ' ').replace(/<[^>]*>/g, ''));
    assert.deepEqual(missing(source, outcome(draft)), []);
    assert.deepEqual(missing(outcome(draft), source), []);
  });
  it('finds version and title', () => {
    assert.equal(draft.policy.version, '2.1');
    assert.equal(draft.policy.title.nl, 'SOCIALEMEDIABELEID');
  });
  it('tells what may be done, on condition, and not', () => {
    const { items } = sectionOf(draft, 'Wie mag wat?');
    assert.deepEqual(
      items.map(({ allowed }) => allowed),
      ['yes', 'conditional', 'no'],
    );
    assert.match(items[1].condition.nl, /toestemming/);
  });
  it('tells do from don’t by the column', () => {
    const { items } = sectionOf(draft, 'Do’s en don’ts');
    assert.deepEqual(
      items.map(({ kind }) => kind),
      ['do', 'do', 'dont', 'dont'],
    );
  });
  it('has a contact with all there was', () => {
    const [an] = draft.policy.contacts;
    assert.deepEqual(
      [an.name.nl, an.role.nl, an.email, an.phone],
      ['An Peeters', 'woordvoerder', 'an.peeters@delinde.be', '09 123 45 67'],
    );
  });
  it('gives each guess a reason, a certainty, and other types', () => {
    for (const guess of draft.guesses) {
      assert.ok(guess.reason && guess.certainty > 0 && guess.certainty <= 1, JSON.stringify(guess));
      assert.ok(!guess.alternatives.includes(guess.as));
    }
  });
  it('makes a section into another type at one press, and back', () => {
    const id = draft.guesses.find(({ as }) => as === 'contacts').id;
    const asText = retype(draft, id, 'text');
    assert.equal(asText.policy.contacts, undefined);
    const source = wordsOf(TYPED.replace(/<\/w:(p|tc)>/g, ' ').replace(/<[^>]*>/g, ''));
    assert.deepEqual(missing(source, outcome(asText)), []);
    const back = retype(asText, id, 'contacts');
    assert.deepEqual(back.policy, draft.policy);
    assert.deepEqual(errors(asText), []);
  });
  it('makes each section into each type it offers without losing a word', () => {
    const source = wordsOf(TYPED.replace(/<\/w:(p|tc)>/g, ' ').replace(/<[^>]*>/g, ''));
    for (const { id, alternatives } of draft.guesses) {
      for (const type of alternatives) {
        const other = retype(draft, id, type);
        assert.equal(other.policy.sections.find((section) => section.id === id).type, type);
        assert.deepEqual(missing(source, outcome(other)), [], `${id} as ${type}`);
        assert.deepEqual(errors(other), [], `${id} as ${type}`);
      }
    }
  });
});

describe('what Word files hold besides text', () => {
  const body = [
    h(1, 'Beleid'),
    p('Een inleiding.'),
    h(2, 'Eerste deel'),
    p(
      `${r('Dit is ')}<w:ins w:id="1" w:author="A">${r('nieuw')}</w:ins><w:del w:id="2"><w:r><w:delText>verouderd</w:delText></w:r></w:del>${r(' en goed.')}`,
    ),
    p(
      `${r('Met een noot')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="7"/></w:r>`,
    ),
    p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:docPr id="1" name="Tekstvak 1"/><wps:txbx><w:txbxContent>${p('Onthoud dit kader')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('Onthoud dit kader')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('Na het kader.')}`,
    ),
    p(
      `${r('Een beeld ')}<w:r><w:drawing><wp:docPr id="2" name="Afbeelding 2" descr="Een lachend team"/></w:drawing></w:r>`,
    ),
    p(`${r('De som ')}<m:oMath><m:r><m:t>kwadraat</m:t></m:r></m:oMath>`),
    p(r('geheim ', '<w:vanish/>') + r('zichtbaar')),
    p(
      `<w:hyperlink r:id="bad">${r('gevaarlijk')}</w:hyperlink>${r(' en ')}<w:hyperlink r:id="good">${r('veilig')}</w:hyperlink>`,
    ),
    p(
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://veld.example/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
        r('veldlink') +
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    h(2, r('Tweede deel') + '<w:r><w:footnoteReference w:id="3"/></w:r>'),
    li('boven'),
    li('daaronder', 1),
    li('nog dieper', 2),
    li('genummerd', 1, 2),
    li('weer boven'),
    table(
      [cell('samen', '<w:gridSpan w:val="2"/>'), cell('apart')],
      [cell('links', '<w:vMerge w:val="restart"/>'), 'midden', 'rechts'],
      [cell('<w:p/>', '<w:vMerge/>'), 'onder', cell(table(['binnenin', 'genest']) + p(''))],
    ),
  ].join('');
  const parts = {
    footnotes: `<w:footnote w:type="separator" w:id="-1">${p('x')}</w:footnote><w:footnote w:id="2">${p('De voetnoot zelf')}</w:footnote><w:footnote w:id="3">${p('Bij een titel')}</w:footnote>`,
    comments: `<w:comment w:id="7" w:author="B">${p('Is dit juist?')}</w:comment>`,
    header1: p('Koptekst van de dienst'),
  };
  const links = { bad: 'javascript:alert(1)', good: 'https://example.org/a_(b)' };
  const draft = importDocument(docx(body, { parts, links }), { lang: 'nl' });
  const texts = textsOf(draft.policy).join('\n');

  it('has footnotes with the text they belong to', () => {
    assert.match(texts, /Met een noot \(De voetnoot zelf\)/);
    assert.equal(draft.report.notes.footnotes, 1);
  });
  it('is reported', () => {
    assert.deepEqual(left(draft, 'deleted'), ['verouderd']);
    assert.deepEqual(left(draft, 'footnote'), ['Bij een titel']);
    assert.deepEqual(left(draft, 'comment'), ['Is dit juist?']);
    assert.deepEqual(left(draft, 'image'), ['Een lachend team']);
    assert.deepEqual(left(draft, 'equation'), ['kwadraat']);
    assert.deepEqual(left(draft, 'hidden'), ['geheim ']);
    assert.deepEqual(left(draft, 'header-or-footer'), ['Koptekst van de dienst']);
    assert.deepEqual(left(draft, 'unsafe-link'), ['javascript:alert(1)']);
    assert.equal(
      left(draft, 'deleted').length &&
        draft.report.left.find(({ reason }) => reason === 'deleted').where,
      'Eerste deel',
    );
  });
  it('is told where it was taken over', () => {
    assert.equal(draft.report.notes['tracked-insertions'], 1);
    assert.equal(draft.report.notes['text-boxes'], 1);
    assert.ok(draft.report.notes['merged-cells'] >= 2);
  });
  it('keeps insertions, one copy of a text box, and good links', () => {
    assert.match(texts, /Dit is nieuw en goed/);
    assert.equal(texts.match(/Onthoud dit kader/g).length, 1);
    const body = JSON.stringify(draft.policy);
    assert.ok(body.includes('[veilig](<https://example.org/a_(b)>)'), body);
    assert.ok(body.includes('[veldlink](https://veld.example/)'));
    assert.ok(!body.includes('javascript:'));
  });
  it('nests lists as they were', () => {
    const { body } = sectionOf(draft, 'Tweede deel');
    assert.match(
      body.nl,
      /^- boven\n {2}- daaronder\n {4}- nog dieper\n {2}1\. genummerd\n- weer boven/,
    );
  });
  it('has every word once', () => {
    const source = wordsOf(
      (
        body
          .replace(/<mc:Fallback>.*?<\/mc:Fallback>/s, '')
          .replace(/<w:instrText>.*?<\/w:instrText>/g, '') +
        parts.footnotes.replace(p('x'), '') +
        parts.comments +
        parts.header1
      )
        .replace(/<\/?w:(p|tc|del)[ >]/g, ' $&')
        .replace(/<[^>]*>/g, ''),
    );
    // What a picture is described by stands in an attribute.
    const alternative = wordsOf(left(draft, 'image').join(' '));
    assert.deepEqual(missing(source, outcome(draft)), []);
    assert.deepEqual(missing(outcome(draft), [...source, ...alternative]), []);
  });
});

const CORPUS = process.env.CORPUS;
describe('the corpus', { skip: CORPUS && existsSync(CORPUS) ? false : 'CORPUS is not set' }, () => {
  const files = ['policies/nl', 'policies/fr', 'policies/en', 'word'].flatMap((folder) =>
    CORPUS ? readdirSync(join(CORPUS, folder)).map((name) => join(folder, name)) : [],
  );
  for (const file of files) {
    it(`reads ${file}`, () => {
      const lang = /\/(nl|fr|en)\//.exec(file)?.[1] ?? 'en';
      const bytes = readFileSync(join(CORPUS, file));
      const draft = importDocument(bytes, { lang, ...(file.endsWith('.md') && { type: 'md' }) });
      assert.deepEqual(errors(draft), []);
      assert.ok(
        draft.report.taken / draft.report.words >= 0.97,
        `${draft.report.taken} of ${draft.report.words}`,
      );
      assert.deepEqual(left(draft, 'unplaced'), []);
    });
  }
});

describe('a document without a title', () => {
  const body = [h(1, '1. Doel'), p('Veilig online zijn.'), h(1, '2. Regels'), p('Wees eerlijk.')];
  const titleOf = (header1) => {
    const draft = importDocument(docx(body.join(''), { parts: { header1 } }), { lang: 'nl' });
    return [draft.policy.title.nl, left(draft, 'header-or-footer')];
  };
  it('takes the one at the top of its pages, which is then in one place only', () => {
    assert.deepEqual(titleOf(p('Beleid sociale media') + p('Pagina 2 van 9')), [
      'Beleid sociale media',
      ['Pagina 2 van 9'],
    ]);
    assert.deepEqual(titleOf(p('Beleid sociale media')), ['Beleid sociale media', []]);
  });
  it('takes no page number, date or address for a title', () => {
    for (const line of ['Pagina 2 van 9', 'Versie 2.0', 'info@delinde.be', 'Vertrouwelijk']) {
      const [title, reported] = titleOf(p(line));
      assert.match(title, /^\[\[/);
      assert.deepEqual(reported, [line]);
    }
  });
});

describe('headings with typed numbers', () => {
  const read = (...body) => importDocument(docx(body.join('')), { lang: 'nl' });
  const titles = (draft) => draft.policy.sections.map(({ title }) => title.nl);
  const large = (text) => p(r(text, '<w:b/><w:sz w:val="40"/>'));

  it('lose them, where most have one, and that is told', () => {
    const draft = read(
      ...[h(1, 'Beleid'), h(2, '1. Doel'), p('Veilig online zijn.')],
      ...[h(2, '2) Regels'), p('Wees eerlijk.'), h(2, '3 Toezicht'), p('We kijken mee.')],
      ...[h(2, '10 tips'), p('Denk eerst na.')],
    );
    assert.deepEqual(titles(draft), ['Doel', 'Regels', 'Toezicht', '10 tips']);
    assert.deepEqual(left(draft, 'typed-number'), ['1. 2) 3']);
  });
  it('keep them where only some have one', () => {
    const draft = read(
      ...[h(1, 'Beleid'), h(2, '2026. Een nieuw jaar'), p('Een tekst.'), h(2, 'Regels')],
      ...[p('Wees eerlijk.'), h(2, 'Toezicht'), p('We kijken mee.')],
    );
    assert.deepEqual(titles(draft), ['2026. Een nieuw jaar', 'Regels', 'Toezicht']);
    assert.deepEqual(left(draft, 'typed-number'), []);
  });

  const cover =
    'Dit document beschrijft hoe wij met sociale media en e-mail omgaan, voor wie het geldt, en wie er vragen over beantwoordt. Het vervangt alle eerdere nota’s over dit onderwerp.';
  const numbered = (heading) => [
    ...[heading('1. Doel'), p('Veilig online zijn, dat is voor iedereen van belang.')],
    ...[heading('2. Regels'), p('Wees eerlijk tegen wie je leest of schrijft.')],
    ...[heading('3. Toezicht'), p('We kijken mee wanneer daar een reden voor is.')],
  ];
  for (const [name, title, heading] of [
    ['a large bold line', large, bold],
    ['a heading of the same level', (text) => h(1, text), (text) => h(1, text)],
  ]) {
    it(`stand under a title without one: ${name}`, () => {
      const draft = read(title('Richtlijn sociale media'), p(cover), ...numbered(heading));
      assert.equal(draft.policy.title.nl, 'Richtlijn sociale media');
      assert.equal(draft.policy.id, 'richtlijn-sociale-media');
      assert.ok(!titles(draft).includes('Richtlijn sociale media'));
      assert.match(JSON.stringify(draft.policy), /vervangt alle eerdere/);
    });
  }
  it('do not make an introduction the title', () => {
    const draft = read(h(1, 'Inleiding'), p(cover), ...numbered((text) => h(1, text)));
    assert.match(draft.policy.title.nl, /^\[\[/);
    assert.equal(titles(draft)[0], 'Inleiding');
  });
});

describe('pictures', () => {
  const picture = (attributes, blips = 1) =>
    p(
      `<w:r><w:drawing><wp:inline><wp:docPr id="2" ${attributes}/><a:graphic>${'<a:blip r:embed="rId9"/>'.repeat(blips)}</a:graphic></wp:inline></w:drawing></w:r>`,
    );
  const told = (...body) =>
    left(
      importDocument(docx([h(1, 'Beleid'), p('Tekst.'), ...body].join('')), { lang: 'nl' }),
      'image',
    );
  for (const [attributes, words] of [
    ['name="" descr=""', ''],
    ['name="image1.png" descr=""', 'image1.png'],
    ['name="Afbeelding1"', 'Afbeelding1'],
    ['name="Afbeelding 1"', 'Afbeelding 1'],
    ['name="Logo" descr="Ons logo"', 'Ons logo'],
    ['name="Graphic 3" title="Een huis"', 'Een huis'],
  ]) {
    it(`are told once: ${attributes}`, () => assert.deepEqual(told(picture(attributes)), [words]));
  }
  it('are told one by one in a group', () => {
    assert.equal(told(picture('name="Groep 1"', 3)).length, 3);
    assert.equal(told(picture('name="" descr="Drie foto’s"', 3)).length, 3);
  });
});

describe('a section that fits one type only', () => {
  const draft = importDocument(
    docx(
      [
        ...[h(1, 'Beleid'), h(2, 'Onze accounts'), p('Elke dienst heeft er zelf een of meer.')],
        ...[h(2, 'Regels'), p('Wees eerlijk.')],
      ].join(''),
    ),
    { lang: 'nl' },
  );
  const { id, as } = draft.guesses[0];
  it('becomes another all the same, with its text as the introduction', () => {
    assert.equal(as, 'text');
    const profiles = retype(draft, id, 'profiles');
    const [section] = profiles.policy.sections;
    assert.deepEqual(
      [section.type, section.intro.nl, section.items],
      ['profiles', 'Elke dienst heeft er zelf een of meer.', []],
    );
    assert.deepEqual(errors(profiles), []);
    assert.deepEqual(retype(profiles, id, 'text').policy, draft.policy);
  });
});
