/** What tells a part where nothing in the document says so: plain header rows, questions, lines. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importDocument, retype } from '../dist/index.js';
import { bold, docx, li, p, table } from './support/docx.js';

const HEAD = bold('Sociale media in De Linde') + p('Zo werken we hier samen online, elke dag.');
const read = (...parts) =>
  importDocument(docx([HEAD, ...parts, bold('Slot'), p('Tot slot.')].join('')), { lang: 'nl' });
const sectionOf = (draft, title) => draft.policy.sections.find((each) => each.title.nl === title);

describe('a document in which only looks tell', () => {
  it('has header rows that are neither marked nor bold', () => {
    const draft = read(
      bold('Wat we doen'),
      table(['Wel', 'Niet'], ['Vraag raad.', 'Post geen foto’s.'], ['Lach.', 'Roep niet.']),
      bold('Waar we zijn'),
      table(
        ['Netwerk', 'Adres'],
        ['Facebook', 'https://www.facebook.com/delinde'],
        ['Instagram', 'https://www.instagram.com/delinde'],
      ),
      bold('Cijfers'),
      table(['Maandag', 'tien'], ['Dinsdag', 'twaalf']),
    );
    const advice = sectionOf(draft, 'Wat we doen');
    assert.equal(advice.type, 'guidelines');
    assert.deepEqual(
      advice.items.map(({ kind, title }) => [kind, title.nl]),
      [
        ['do', 'Vraag raad'],
        ['dont', 'Post geen foto’s'],
        ['do', 'Lach'],
        ['dont', 'Roep niet'],
      ],
    );
    const profiles = sectionOf(draft, 'Waar we zijn');
    assert.equal(profiles.type, 'profiles');
    assert.equal(profiles.items.length, 2);
    // As text, readers see the names of the columns at their head, and no empty row.
    const [{ id }] = draft.guesses.filter(({ as }) => as === 'profiles');
    const text = retype(draft, id, 'text').policy.sections.find((each) => each.id === id);
    assert.match(text.body.nl, /^\| Netwerk \| Adres \|\n/);
    assert.doesNotMatch(sectionOf(draft, 'Cijfers').body.nl, /\| Maandag \| tien \|\n\| ---/);
  });

  it('has questions that look like the heading above them', () => {
    const draft = read(
      bold('Veelgestelde vragen'),
      bold('Mag ik een bericht delen?'),
      p('Ja, graag.'),
      bold('Wat als ik me vergis?'),
      p('Zeg het ons.'),
      bold('Bij wie kan ik terecht?'),
      p('Communicatie: An Peeters, an@delinde.example, 03 123 45 67'),
    );
    const faq = sectionOf(draft, 'Veelgestelde vragen');
    assert.equal(faq.type, 'faq');
    assert.deepEqual(
      faq.items.map(({ question }) => question.nl),
      ['Mag ik een bericht delen?', 'Wat als ik me vergis?'],
    );
    assert.equal(sectionOf(draft, 'Bij wie kan ik terecht?').type, 'contacts');
    const [an] = draft.policy.contacts;
    assert.deepEqual([an.name.nl, an.role.nl], ['An Peeters', 'Communicatie']);
    assert.deepEqual([an.email, an.phone], ['an@delinde.example', '03 123 45 67']);
  });

  it('has a short list before the rules, and something after them', () => {
    const rules = [
      li('Je moet de privacy van bewoners respecteren.', 0, 2),
      li('Je mag geen foto plaatsen zonder schriftelijke toestemming.', 0, 2),
      li('Je mag zeggen waar je werkt.', 0, 2),
      li('Je moet een klacht doorgeven aan de communicatiedienst.', 0, 2),
    ];
    const before = [p('Ze gelden:'), li('op je profiel;'), li('in groepen.'), p('Altijd.')];
    const draft = read(bold('Wat we vragen'), ...before, ...rules);
    const section = sectionOf(draft, 'Wat we vragen');
    assert.equal(section.type, 'rules');
    assert.equal(section.items.length, 4);
    assert.equal(section.intro.nl, 'Ze gelden:\n\n- op je profiel;\n- in groepen.\n\nAltijd.');
    const guessOf = (made, id) => made.guesses.find((each) => each.id === id);
    assert.equal(guessOf(draft, section.id).moved, undefined);

    const after = read(bold('Wat we vragen'), ...rules, p('Ze gelden ook na je uren.'));
    const { id } = sectionOf(after, 'Wat we vragen');
    assert.equal(guessOf(after, id).moved, true);
    assert.equal(guessOf(retype(after, id, 'text'), id).moved, undefined);
  });

  it('has version, board and day in one line', () => {
    const line = 'Versie 2.1, vastgesteld door de directie op 3 maart 2026';
    const draft = importDocument(
      docx(bold('Sociale media') + p(line) + bold('Waarom') + p('Omdat het moet.')),
      { lang: 'nl' },
    );
    assert.equal(draft.policy.version, '2.1');
    assert.deepEqual(draft.policy.adopted, { by: { nl: 'de directie' }, on: '2026-03-03' });
    assert.match(draft.policy.summary.nl, /^\[\[/);
  });
});
