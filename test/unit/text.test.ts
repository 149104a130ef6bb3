import { expect } from 'chai';
import { fromFragment, toFragment } from '../../src/policy/fragment.js';
import { concerns, sectionsFor } from '../../src/policy/audience.js';
import { shownTexts } from '../../src/policy/digest.js';
import { decodeEntities } from '../../src/policy/entities.js';
import { idsOf } from '../../src/policy/ids.js';
import { linksIn } from '../../src/policy/links.js';
import { readUnknown } from '../../src/policy/parse.js';
import { normalizeText, queryWords } from '../../src/policy/normalize-text.js';
import { matchLanguage, resolveText } from '../../src/policy/text.js';
import { textsOf } from '../../src/policy/texts.js';
import { safeAddress, safeImage, safeLink } from '../../src/policy/url.js';
import { minimal } from '../support/drafts.js';

const policy = () => readUnknown(minimal()).policy!;

describe('resolveText', () => {
  const nl = 'nl';
  const CASES: [string, Parameters<typeof resolveText>, [string, string] | undefined][] = [
    ['its own language', [{ nl: 'a', fr: 'b' }, 'fr', [nl, 'fr']], ['b', 'fr']],
    ['a region of it', [{ nl: 'a', fr: 'b' }, 'fr-BE', [nl, 'fr']], ['b', 'fr']],
    ['the exact region first', [{ fr: 'a', 'fr-BE': 'b' }, 'fr-be', ['fr']], ['b', 'fr-BE']],
    ['the policy’s order', [{ en: 'a', fr: 'b' }, 'de', [nl, 'fr', 'en']], ['b', 'fr']],
    ['a blank translation', [{ nl: 'a', fr: ' ' }, 'fr', [nl, 'fr']], ['a', 'nl']],
    ['a language nobody named', [{ de: 'a' }, 'fr', [nl]], ['a', 'de']],
    ['a plain string', ['a', 'fr', [nl, 'fr']], ['a', 'nl']],
    ['nothing', [undefined, 'fr', [nl]], undefined],
    ['blanks only', [{ nl: ' ' }, 'fr', [nl]], undefined],
    ['an empty string', ['', 'fr', [nl]], undefined],
  ];
  for (const [name, [text, lang, languages], expected] of CASES) {
    it(`falls back: ${name}`, () => {
      const found = resolveText(text, lang, languages);
      expect(found && [found.text, found.lang]).to.deep.equal(expected);
    });
  }

  it('matches languages without case', () => {
    expect(matchLanguage('NL-be', ['fr', 'nl'])).to.equal('nl');
    expect(matchLanguage('de', ['fr', 'nl'])).to.equal(undefined);
  });
});

describe('addresses of items', () => {
  it('goes there and back', () => {
    expect(fromFragment(toFragment('social-media', 'rule-1'))).to.deep.equal({
      policy: 'social-media',
      item: 'rule-1',
    });
  });
  for (const other of ['', '#', '#top', '#a/b/c', '#a/<b>', '#%', '#a%2', 'javascript:a/b']) {
    it(`leaves ${JSON.stringify(other)} alone`, () =>
      expect(fromFragment(other)).to.equal(undefined));
  }
  for (const mailed of ['#a%2Fb', '#a%252Fb', '#A/b', '#a/b.', '#a/b)', '#a/b?utm_source=x'])
    it(`reads ${mailed} as it comes out of a mail`, () =>
      expect(fromFragment(mailed)).to.deep.equal({ policy: 'a', item: 'b' }));
});

describe('safe addresses', () => {
  const BASE = 'https://intranet.example/policies/a.json';
  const SAFE: [string, string | undefined, string | undefined][] = [
    ['https://example.org/a?b#c', undefined, 'https://example.org/a?b#c'],
    ['HTTP://example.org', undefined, 'HTTP://example.org'],
    ['mailto:a@example.org', BASE, 'mailto:a@example.org'],
    ['tel:+3220000', BASE, 'tel:+3220000'],
    ['/a', undefined, '/a'],
    ['../a.pdf', BASE, 'https://intranet.example/a.pdf'],
    ['a b', BASE, 'https://intranet.example/policies/a%20b'],
    ['#rule', BASE, '#rule'],
  ];
  for (const [href, base, expected] of SAFE) {
    it(`lets ${href} through`, () => expect(safeLink(href, base)).to.equal(expected));
  }
  const UNSAFE = [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    'vbscript:a',
    'data:text/html,a',
    'file:///a',
    'blob:https://a/b',
    'ftp://a',
    'view-source:http://a',
    'about:blank',
    'ms-word:ofe|u|a',
    'http://',
    '',
  ];
  for (const href of UNSAFE) {
    it(`stops ${JSON.stringify(href)}`, () => {
      expect(safeLink(href)).to.equal(undefined);
      expect(safeLink(href, BASE)).to.equal(undefined);
      expect(safeImage(href, BASE)).to.equal(undefined);
    });
  }
  for (const href of ['" onclick="a', '<b>', 'a b', '`a`', '{a}']) {
    it(`stops ${href} in a field for addresses`, () =>
      expect(safeAddress(href, BASE)).to.equal(undefined));
  }
  for (const src of ['alert(1)', 'logo', '#a', 'mailto:a@b.example', 'tel:1', '"a.png']) {
    it(`fetches no image from ${src}`, () => expect(safeImage(src, BASE)).to.equal(undefined));
  }
  it('fetches an image beside the policy', () =>
    expect(safeImage('logo.svg', BASE)).to.equal('https://intranet.example/policies/logo.svg'));
});

describe('links in Markdown', () => {
  const CASES: [string, string[]][] = [
    ['no link', []],
    ['[a](b) and [c](<d e> "t")', ['b', 'd e']],
    ['[a](b(c)d)', ['b(c)d']],
    ['![a](b.png)', ['b.png']],
    ['[a]\n\n[a]: https://b "t"', ['https://b']],
    ['<https://a.example> <mailto:a@b.example>', ['https://a.example', 'mailto:a@b.example']],
    ['`[a](b)`', []],
    ['```\n[a](b)\n```', []],
    ['a < b', []],
  ];
  for (const [markdown, links] of CASES) {
    it(`are found in ${JSON.stringify(markdown)}`, () =>
      expect(linksIn(markdown)).to.deep.equal(links));
  }
});

describe('character references', () => {
  const CASES: [string, string][] = [
    ['a &amp; b', 'a & b'],
    ['&eacute;&Eacute;&nbsp;&laquo;&yuml;', 'éÉ\u00a0«ÿ'],
    ['&#233;&#xE9;&#x1F600;', 'éé😀'],
    ['&nothing; &amp &#;', '&nothing; &amp &#;'],
    ['&#0;&#xD800;&#x110000;', '\ufffd\ufffd\ufffd'],
    ['&constructor;&__proto__;', '&constructor;&__proto__;'],
    ['&amp;lt;', '&lt;'],
  ];
  for (const [text, decoded] of CASES) {
    it(`reads ${text}`, () => expect(decodeEntities(text)).to.equal(decoded));
  }
});

describe('texts of a policy', () => {
  it('stand in the order of the document, with id, field and pointer', () => {
    const placed = [...textsOf(policy())].map(({ id, field, pointer, kind }) => [
      id,
      field,
      pointer,
      kind,
    ]);
    expect(placed).to.deep.include.members([
      ['test', 'title', '/title', 'plain'],
      ['test', 'organisation.name', '/organisation/name', 'plain'],
      ['why', 'body', '/sections/0/body', 'markdown'],
      ['rule-1', 'why', '/sections/1/items/0/why', 'markdown'],
      ['test', 'history.0.summary', '/history/0/summary', 'markdown'],
    ]);
  });

  it('include lists of texts and texts of what has no id', () => {
    const section = {
      id: 's',
      type: 'reactions',
      title: 'S',
      items: [{ id: 'r', steps: ['een', { nl: 'twee' }], tags: ['x'] }],
      triage: [{ id: 'q', question: 'Q', answers: [{ label: 'L', to: 'r' }] }],
    };
    expect([...textsOf(section)].map(({ id, field }) => `${id} ${field}`)).to.deep.equal([
      's title',
      'r steps.0',
      'r steps.1',
      'r tags.0',
      'q question',
      'q answers.0.label',
    ]);
  });
});

describe('ids', () => {
  it('number sections and the rules in them', () => {
    const ids = idsOf(policy());
    expect(ids.get('rules')?.number).to.equal('2');
    expect(ids.get('rule-1')?.number).to.equal('2.1');
    expect(ids.get('mira')?.kind).to.equal('contact');
  });
});

describe('audience', () => {
  it('concerns everybody where nobody is named, and where nobody chose', () => {
    expect(concerns(undefined, ['a'])).to.equal(true);
    expect(concerns([], ['a'])).to.equal(true);
    expect(concerns(['a'], [])).to.equal(true);
    expect(concerns(['a', 'b'], ['b'])).to.equal(true);
    expect(concerns(['a'], ['b'])).to.equal(false);
  });

  it('leaves out sections and items for others, and changes nothing', () => {
    const draft = minimal();
    draft.audiences.push({ id: 'press', title: 'Pers' });
    draft.sections[0].audience = ['press'];
    draft.sections[1].items.push({
      ...draft.sections[1].items[0],
      id: 'rule-2',
      audience: ['press'],
    });
    const read = readUnknown(draft).policy!;
    const shown = sectionsFor(read, ['all']);
    expect(shown.map(({ id }) => id)).to.deep.equal(['rules', 'mandates', 'contacts']);
    expect((shown[0] as never as { items: unknown[] }).items).to.have.length(1);
    expect((read.sections[1] as never as { items: unknown[] }).items).to.have.length(2);
  });
});

describe('a section of a type of the host’s own', () => {
  const glossary = {
    id: 'words',
    type: 'own-glossary',
    title: { nl: 'Woorden' },
    layout: 'two-columns',
    lead: { nl: 'Wat wij bedoelen.' },
    items: [
      {
        ...{ id: 'troll', handle: '@trol', url: 'https://example.org/a b', since: '2026-01-01' },
        ...{ term: 'Trol', meaning: { nl: 'Wie **pest**.' }, sizes: { w: '1', h: '2' } },
        seeAlso: [{ nl: 'Pesten' }, { nl: 'Haat' }],
        ...{
          elsewhere: 'Тролль',
          mail: 'a@b.example',
          signs: `${'@'.repeat(200_000)} `,
          more: 'Zie ook',
        },
      },
    ],
  };
  const draft = () => {
    const policy = minimal();
    policy.sections.push(glossary as never);
    return policy;
  };

  it('has every text of it told, whatever its fields are called, and nothing that is none', () => {
    const { policy } = readUnknown(draft());
    const at = policy!.sections.length - 1;
    const own = [...textsOf(policy!)].filter(({ pointer }) =>
      pointer.startsWith(`/sections/${at}/`),
    );
    expect(own.map(({ id, field }) => `${id}.${field}`)).to.deep.equal([
      ...['words.title', 'words.lead', 'troll.term', 'troll.meaning'],
      ...['troll.seeAlso.0', 'troll.seeAlso.1', 'troll.elsewhere', 'troll.more'],
    ]);
  });

  it('is part of what was shown, and further fields of a known type are not', () => {
    const policy = draft();
    Object.assign(policy.sections[0]!, { remark: { nl: 'Nergens te zien.' } });
    const shown = shownTexts(readUnknown(policy).policy!, { lang: 'nl', audience: [] }).map(
      ([, , , text]) => text,
    );
    expect(shown).to.include('Wie **pest**.');
    expect(shown).not.to.include('Nergens te zien.');
  });
});

describe('folding', () => {
  const CASES: [string, string][] = [
    ['Crème BRÛLÉE', 'creme brulee'],
    ['cœur', 'coeur'],
    ['Straße', 'strasse'],
    ['coördinatie', 'coordinatie'],
  ];
  for (const [text, folded] of CASES)
    it(`reads ${text}`, () => expect(normalizeText(text)).to.equal(folded));
  it('splits a query into words', () =>
    expect(queryWords(' l’école  «été» 2.1 ')).to.deep.equal(['l', 'ecole', 'ete', '2', '1']));
});
