import { expect } from 'chai';
import { checkPolicy } from '../../src/policy/check.js';
import { readUnknown } from '../../src/policy/parse.js';
import broken from '../../stories/policies/broken.json';
import partial from '../../stories/policies/partial.json';
import poor from '../../stories/policies/poor.json';
import sample from '../../stories/policies/sample.json';
import small from '../../stories/policies/small.json';
import { minimal, type Draft } from '../support/drafts.js';

const errors = (value: unknown) =>
  checkPolicy(value)
    .findings.filter(({ grade }) => grade === 'error')
    .map(({ pointer, code }) => `${pointer} ${code}`);

/** A change to a sound policy, and the one finding it must give. */
const BAD: [name: string, change: (draft: Draft) => unknown, finding: string][] = [
  ['another format', (d) => (d.format = 2), '/format format'],
  ['no format', (d) => delete d.format, '/format missing'],
  ['an id with capitals', (d) => (d.id = 'Social'), '/id id'],
  ['a version of one number', (d) => (d.version = '3'), '/version version'],
  ['a version with a leading zero', (d) => (d.version = '03.1'), '/version version'],
  ['an unknown status', (d) => (d.status = 'live'), '/status choice'],
  ['no languages', (d) => (d.languages = []), '/languages empty'],
  ['a language that is none', (d) => (d.languages = ['nl', '!']), '/languages/1 language'],
  ['a title that is a number', (d) => (d.title = 7), '/title wrong-shape'],
  [
    'a text whose language is a number',
    (d) => (d.title = { nl: 'Titel', fr: 7 }),
    '/title wrong-shape',
  ],
  ['no sections', (d) => delete d.sections, '/sections missing'],
  ['sections that are a text', (d) => (d.sections = 'all'), '/sections wrong-shape'],
  ['a section that is none', (d) => (d.sections[0] = null), '/sections/0 wrong-shape'],
  ['a date that does not exist', (d) => (d.effective = '2026-02-30'), '/effective date'],
  ['a date as people write it', (d) => (d.effective = '1/3/2026'), '/effective date'],
  [
    'a date of adoption that is none',
    (d) => (d.adopted = { by: 'Wij', on: 'gisteren' }),
    '/adopted/on date',
  ],
  ['an item without id', (d) => delete d.sections[1].items[0].id, '/sections/1/items/0/id missing'],
  [
    'an item that is a text',
    (d) => (d.sections[1].items[0] = 'x'),
    '/sections/1/items/0 wrong-shape',
  ],
  ['a body that is a list', (d) => (d.sections[0].body = []), '/sections/0/body empty'],
  ['a text in no language', (d) => (d.title = {}), '/title empty'],
  ['a body missing', (d) => delete d.sections[0].body, '/sections/0/body missing'],
  [
    'an unknown word for allowed',
    (d) => (d.sections[2].items[0].allowed = 'maybe'),
    '/sections/2/items/0/allowed choice',
  ],
  [
    'a duration that is none',
    (d) => (d.trainings[0].duration = '2 uur'),
    '/trainings/0/duration duration',
  ],
  ['an empty duration', (d) => (d.trainings[0].duration = 'PT'), '/trainings/0/duration duration'],
  [
    'an e-mail address without a domain',
    (d) => (d.contacts[0].email = 'mira'),
    '/contacts/0/email email',
  ],
  ['an id used twice', (d) => (d.sections[1].id = 'why'), '/sections/1/id duplicate-id'],
  [
    'an item with the id of a contact',
    (d) => (d.sections[1].items[0].id = 'mira'),
    '/sections/1/items/0/id duplicate-id',
  ],
  ['an owner nobody knows', (d) => (d.owner = 'nobody'), '/owner unknown-reference'],
  ['an owner that is no person', (d) => (d.owner = 'why'), '/owner unknown-reference'],
  [
    'an audience nobody knows',
    (d) => (d.sections[0].audience = ['all', 'martians']),
    '/sections/0/audience/1 unknown-reference',
  ],
  [
    'a training nobody gives',
    (d) => (d.sections[1].items[0].requires = ['dancing']),
    '/sections/1/items/0/requires/0 unknown-reference',
  ],
  [
    'a mandate for nobody',
    (d) => (d.sections[2].items[0].who = ['nobody']),
    '/sections/2/items/0/who/0 unknown-reference',
  ],
  [
    'a list of people with a stranger',
    (d) => (d.sections[3].items = ['mira', 'stranger']),
    '/sections/3/items/1 unknown-reference',
  ],
  [
    'a link to nothing',
    (d) => (d.sections[0].body = { nl: 'Zie [dit](#nowhere).' }),
    '/sections/0/body/nl unknown-reference',
  ],
  [
    'a link that runs',
    (d) => (d.sections[0].body = '[x](javascript:alert(1))'),
    '/sections/0/body unsafe-link',
  ],
  [
    'a link that runs, hidden by a reference',
    (d) => (d.sections[0].body = '[x](&#106;avascript:alert(1))'),
    '/sections/0/body unsafe-link',
  ],
  [
    'a link that runs, in a definition',
    (d) => (d.sections[0].body = '[x]\n\n[x]: vbscript:msgbox'),
    '/sections/0/body unsafe-link',
  ],
  [
    'a data address',
    (d) => (d.sections[0].body = '![x](data:image/svg+xml,a)'),
    '/sections/0/body unsafe-link',
  ],
  [
    'an address that runs',
    (d) => (d.contacts[0].url = ' JavaScript:alert(1)'),
    '/contacts/0/url unsafe-address',
  ],
  [
    'an address of a file',
    (d) => (d.documents[0].url = 'file:///etc/passwd'),
    '/documents/0/url unsafe-address',
  ],
  [
    'a logo that runs',
    (d) => (d.organisation.logo = 'javascript:1'),
    '/organisation/logo unsafe-address',
  ],
  [
    'a logo that is markup',
    (d) => (d.organisation.logo = '"><img src=x>'),
    '/organisation/logo unsafe-address',
  ],
  [
    'an act nobody knows',
    (d) => (d.acknowledgement.acts = ['acknowledge', 'obey']),
    '/acknowledgement/acts/1 choice',
  ],
  [
    'a key with a slash and a tilde',
    (d) => (d.sections[0].body = { nl: 'a', 'f/r~': 'b' }),
    '/sections/0/body/f~1r~0 language',
  ],
];

const GOOD: [name: string, change: (draft: Draft) => unknown][] = [
  ['nothing changed', () => undefined],
  [
    'a type of section nobody knows',
    (d) => d.sections.push({ id: 'weather', type: 'weather', title: 'Weer' }),
  ],
  [
    'a kind of guideline nobody knows',
    (d) =>
      d.sections.push({
        id: 'g',
        type: 'guidelines',
        title: 'G',
        items: [{ id: 'g1', kind: 'maybe', title: 'T', body: 'B' }],
      }),
  ],
  ['a topic of the editor’s own', (d) => (d.sections[0].topic = 'parking')],
  ['fields of the editor’s own', (d) => (d.x = d.sections[0].y = { deep: [1] })],
  ['a language with a region', (d) => (d.languages = ['nl-BE', 'fr'])],
  ['a relative address', (d) => (d.documents[0].url = '../docs/policy.pdf')],
  [
    'an address with a query and accents',
    (d) => (d.documents[0].url = 'https://example.org/é?a=b&c=(d)#e'),
  ],
  [
    'a telephone link',
    (d) => (d.sections[0].body = '[bel](tel:+3220000000) of <mailto:a@example.org>'),
  ],
  ['a link to an item', (d) => (d.sections[0].body = '[](#rule-1), [wie](#mira) en [wat](#rules)')],
  [
    'script in code',
    (d) => (d.sections[0].body = '`[x](javascript:1)`\n\n```\n[y](javascript:2)\n```'),
  ],
  ['raw HTML', (d) => (d.sections[0].body = '<b onclick="x()">vet</b>')],
  ['a leap day', (d) => (d.effective = '2028-02-29')],
  ['version 0.1', (d) => (d.version = '0.1')],
  ['a list of people that is empty', (d) => (d.sections[3].items = [])],
];

describe('checkPolicy', () => {
  for (const [name, change, finding] of BAD) {
    it(`finds ${name}`, () => {
      const draft = minimal();
      change(draft);
      expect(errors(draft)).to.deep.equal([finding]);
    });
  }

  for (const [name, change] of GOOD) {
    it(`accepts ${name}`, () => {
      const draft = minimal();
      change(draft);
      expect(errors(draft)).to.deep.equal([]);
    });
  }

  for (const [name, policy] of Object.entries({ sample, small, partial, poor })) {
    it(`finds no error in the ${name} policy`, () => expect(errors(policy)).to.deep.equal([]));
  }

  it('says of an empty text whether it may be left out, and nothing of one that is not there', () => {
    const draft = minimal();
    draft.title = '';
    draft.sections[0].intro = ' ';
    delete draft.summary;
    delete draft.organisation;
    const empty = checkPolicy(draft).findings.filter(({ code }) => code === 'text-empty');
    expect(
      empty.map(({ pointer, params }) => [pointer, Boolean(params?.['required'])]),
    ).to.deep.equal([
      ['/title', true],
      ['/sections/0/intro', false],
    ]);
  });

  it('leaves the document as it was', () => {
    const before = JSON.stringify(broken);
    checkPolicy(broken);
    expect(JSON.stringify(broken)).to.equal(before);
  });

  it('keeps fields it does not know', () => {
    const draft = minimal();
    draft.sections[0].colour = { of: 'the sky' };
    expect((checkPolicy(draft).policy?.sections[0] as never as Draft).colour).to.deep.equal({
      of: 'the sky',
    });
  });

  const HOPELESS: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'policy'],
    ['a list', []],
    ['an empty object', {}],
    ['an answer of another service', { error: 'not found' }],
    ['a function', () => 1],
    [
      'a circle',
      Object.assign(
        {},
        {
          get title(): unknown {
            return this;
          },
        },
      ),
    ],
    ['a big number', 10n],
    [
      'something that throws',
      {
        get title() {
          throw new Error('no');
        },
      },
    ],
  ];
  for (const [name, value] of HOPELESS) {
    it(`says so when it is given ${name}`, () => {
      const { policy, findings } = checkPolicy(value);
      expect(policy).to.equal(undefined);
      expect(findings).to.have.length(1);
      expect(findings[0]!.grade).to.equal('error');
    });
  }

  it('survives a document nested deeper than the stack', () => {
    const draft = minimal();
    let deepest: unknown[] = [];
    for (let level = 0; level < 20_000; level++) deepest = [deepest];
    draft.extra = deepest;
    expect(() => checkPolicy(draft)).not.to.throw();
  });

  it('lets no key reach a prototype', () => {
    const draft = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"title":"T","sections":[{"__proto__":{"title":"no"},"id":"a","type":"constructor","title":"A"},{"id":"b","type":"__proto__","title":"B"}]}',
    );
    const { policy } = checkPolicy(draft);
    expect(policy?.sections.map(({ id }) => id)).to.deep.equal(['a', 'b']);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });
});

describe('what is kept of a broken policy', () => {
  it('drops one item and nothing around it', () => {
    const draft = minimal();
    draft.sections[2].items.unshift({ id: 'm0', title: 'Slecht', allowed: 'maybe' });
    const { policy } = checkPolicy(draft);
    expect((policy?.sections[2] as never as Draft).items.map(({ id }: Draft) => id)).to.deep.equal([
      'mandate-1',
    ]);
  });

  it('keeps the other languages of a text', () => {
    const draft = minimal();
    draft.title = { nl: 'Titel', fr: 7 };
    expect(checkPolicy(draft).policy?.title).to.deep.equal({ nl: 'Titel' });
  });

  it('shows an item whose id is missing, and both of two with the same id', () => {
    const draft = minimal();
    draft.sections[1].items.push(
      { ...draft.sections[1].items[0] },
      { title: 'Zonder id', body: 'Tekst' },
    );
    const ids = (checkPolicy(draft).policy?.sections[1] as never as Draft).items.map(
      ({ id }: Draft) => id,
    );
    expect(ids).to.deep.equal(['rule-1', 'rule-1-2', 'sections-1-items-2']);
  });

  it('points into the document as it was given, also behind what was taken out', () => {
    const draft = minimal();
    draft.sections[1].items = [7, 'x', { ...draft.sections[1].items[0], requires: ['nothing'] }];
    expect(errors(draft)).to.deep.equal([
      '/sections/1/items/0 wrong-shape',
      '/sections/1/items/1 wrong-shape',
      '/sections/1/items/2/requires/0 unknown-reference',
    ]);
  });

  it('knows in which section the gaps are', () => {
    const draft = minimal();
    draft.sections[0] = 'gone';
    draft.sections[1].items[0].body = 7;
    draft.title = 7;
    const { gaps } = readUnknown(draft);
    expect([...gaps.keys()].sort()).to.deep.equal(['', 'rules', 'sections-0']);
  });

  it('finds the faults of the broken sample, each where it is', () => {
    const found = errors(broken);
    for (const code of [
      'duplicate-id',
      'unknown-reference',
      'unsafe-address',
      'unsafe-link',
      'date',
      'version',
      'missing',
      'wrong-shape',
      'choice',
    ]) {
      expect(
        found.some((each) => each.endsWith(` ${code}`)),
        code,
      ).to.equal(true);
    }
    for (const each of found) {
      const parent = each.split(' ')[0]!.split('/').slice(1, -1);
      const holder = parent.reduce((value: unknown, key) => (value as Draft)?.[key], broken);
      expect(holder, each).to.be.an.instanceOf(Object);
    }
  });
});
