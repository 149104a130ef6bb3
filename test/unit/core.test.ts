import { expect } from 'chai';
import { checkPolicy } from '../../src/policy/check.js';
import { comparePolicies } from '../../src/policy/changes.js';
import { compilePolicy } from '../../src/policy/compile.js';
import { readCompiled } from '../../src/policy/compiled.js';
import { coreReading, coreSections, coversOf, hasCore } from '../../src/policy/core.js';
import { shownTexts } from '../../src/policy/digest.js';
import { readUnknown } from '../../src/policy/parse.js';
import { minimal, type Draft } from '../support/drafts.js';

const both = (nl: string, fr: string) => ({ nl, fr });

/** `minimal()` with two rules, and a change made to it. */
const policyOf = (change: (draft: Draft) => void) => {
  const draft = minimal();
  draft.sections[1].intro = both('Over de afspraken.', 'À propos des règles.');
  draft.sections[1].items.push({
    id: 'rule-2',
    title: both('Twee', 'Deux'),
    body: both('Meer.', 'Plus.'),
  });
  change(draft);
  const { policy, findings } = readUnknown(draft);
  expect(findings).to.deep.equal([]);
  return policy!;
};
const idsIn = (draft: (draft: Draft) => void) =>
  coreSections(policyOf(draft).sections).map((section) => [
    section.id,
    ((section as { items?: { id: string }[] }).items ?? []).map(({ id }) => id).join(),
    'intro' in section,
  ]);

describe('the short reading', () => {
  it('is nothing where nothing is marked', () => {
    expect(idsIn(() => undefined)).to.deep.equal([]);
    expect(hasCore(policyOf(() => undefined))).to.equal(false);
  });

  it('has a marked section as a whole', () => {
    expect(idsIn((draft) => (draft.sections[1].core = true))).to.deep.equal([
      ['rules', 'rule-1,rule-2', true],
    ]);
  });

  it('has of a section with marked items those only', () => {
    const marked = idsIn((draft) => {
      draft.sections[1].core = true;
      draft.sections[1].items[1].core = true;
    });
    expect(marked).to.deep.equal([['rules', 'rule-2', true]]);
  });

  it('has a marked item of another section under the title of that', () => {
    const marked = idsIn((draft) => (draft.sections[1].items[0].core = true));
    expect(marked).to.deep.equal([['rules', 'rule-1', false]]);
  });

  it('has title, summary, statement, and the contacts that are named or shown', () => {
    const policy = policyOf((draft) => {
      draft.contacts.push({ id: 'other', name: 'Other', role: 'Role' });
      draft.sections[1].items[0].core = true;
      draft.sections[1].items[0].body = both('Vraag [](#mira).', 'Demandez à [](#mira).');
    });
    const fields = shownTexts(policy, { lang: 'nl', covers: 'core' }).map(
      ([id, field]) => `${id} ${field}`,
    );
    expect(fields).to.deep.equal([
      'test title',
      'test summary',
      'mira name',
      'mira role',
      'rules title',
      'rule-1 title',
      'rule-1 body',
      'rule-1 why',
      'test acknowledgement.statement',
    ]);
    expect(coreReading(policy).trainings).to.deep.equal([]);
  });

  it('shows all contacts where the section of contacts is core', () => {
    const policy = policyOf((draft) => (draft.sections[3].core = true));
    expect(coreReading(policy).contacts?.map(({ id }) => id)).to.deep.equal(['mira']);
  });

  it('concerns an audience', () => {
    const policy = policyOf((draft) => {
      draft.audiences.push({ id: 'other', title: 'Other' });
      draft.sections[1].core = true;
      draft.sections[1].items[0].audience = ['other'];
    });
    const [rules] = coreReading(policy, ['all']).sections as { items?: { id: string }[] }[];
    expect(rules!.items!.map(({ id }) => id)).to.deep.equal(['rule-2']);
  });

  it('is what a statement covers only where there is one', () => {
    const covering = (draft: Draft) => (draft.acknowledgement.covers = 'core');
    expect(coversOf(policyOf(covering))).to.equal('all');
    const marked = policyOf((draft) => {
      covering(draft);
      draft.sections[0].core = true;
    });
    expect(coversOf(marked)).to.equal('core');
  });
});

describe('fields beside the texts', () => {
  const full = (draft: Draft) => {
    draft.sections[0].core = true;
    draft.sections[0].keywords = { nl: ['selfie'], fr: ['egoportrait'] };
    draft.contacts[0].keywords = { nl: ['pers'], fr: ['presse'] };
    draft.groups = [{ id: 'chapter', title: both('Eerst', 'D’abord'), sections: ['why', 'rules'] }];
    draft.acknowledgement.due = '2026-06-30';
  };

  it('stay out of what was shown: chapters and words for the search', () => {
    const shown = (change: (draft: Draft) => void) =>
      shownTexts(policyOf(change), { lang: 'nl' }).map(([, , , text]) => text);
    expect(shown(full)).to.deep.equal(shown(() => undefined));
  });

  it('are compiled for the language that is read', () => {
    const draft = minimal();
    full(draft);
    draft.sections[0].body = { nl: 'Alleen Nederlands' };
    const compiled = compilePolicy(draft, 'fr');
    const [why] = compiled.policy.sections;
    // A text in Dutch is found by Dutch words too.
    expect(why!.keywords).to.deep.equal({ nl: ['selfie'], fr: ['egoportrait'] });
    expect(compiled.policy.contacts![0]!.keywords).to.deep.equal({ fr: ['presse'] });
    expect(compiled.policy.groups![0]!.title).to.deep.equal({ fr: 'D’abord' });
    expect(readCompiled({ ...compiled })?.policy?.acknowledgement?.due).to.equal('2026-06-30');
  });

  it('are material where the statement is about the short reading', () => {
    const marked = (covers: string) => (draft: Draft) => {
      draft.acknowledgement.covers = covers;
      draft.sections[0].core = true;
    };
    const more = (covers: string) => (draft: Draft) => {
      marked(covers)(draft);
      draft.sections[1].core = true;
    };
    for (const [covers, material] of [
      ['all', false],
      ['core', true],
    ] as const) {
      const { changes } = comparePolicies(policyOf(marked(covers)), policyOf(more(covers)), 'nl');
      expect(changes.map(({ id, values }) => [id, values])).to.deep.equal([['rules', ['core']]]);
      expect(changes[0]!.material).to.equal(material);
    }
  });

  it('are told once where the statement comes to be about it', () => {
    const marked = (draft: Draft) => {
      draft.acknowledgement.covers = 'core';
      draft.sections[1].items[0].core = true;
    };
    const { changes } = comparePolicies(
      policyOf(() => undefined),
      policyOf(marked),
      'nl',
    );
    expect(changes.map(({ id, material }) => [id, material])).to.deep.equal([
      ['test', true],
      ['rule-1', false],
    ]);
  });

  it('are editorial: words for the search, chapters and the deadline', () => {
    const plain = policyOf((draft) => (draft.sections[0].core = true));
    const { changes } = comparePolicies(plain, policyOf(full), 'nl');
    expect(changes.map(({ kind, material }) => [kind, material])).to.deep.equal([
      ['policy', false],
      ['contact', false],
      ['section', false],
    ]);
  });

  it('are material: the statement, and what it is about', () => {
    const before = policyOf(() => undefined);
    const after = policyOf((draft) => {
      draft.acknowledgement.statement = both('Ik ga akkoord.', 'Je suis d’accord.');
    });
    const [change] = comparePolicies(before, after, 'nl').changes;
    expect(change).to.include({ kind: 'policy', material: true });
  });

  it('are told where they are wrong', () => {
    const draft = minimal();
    draft.sections[0].core = 'yes';
    draft.acknowledgement.covers = 'everything';
    draft.acknowledgement.due = '30/06/2026';
    draft.groups = [{ id: 'rules', title: 'X', sections: ['nowhere', 'rule-1'] }];
    const errors = checkPolicy(draft).findings.filter(({ grade }) => grade === 'error');
    expect(errors.map(({ code, pointer }) => `${code} ${pointer}`)).to.deep.equal([
      'wrong-shape /sections/0/core',
      'date /acknowledgement/due',
      'choice /acknowledgement/covers',
      'unknown-reference /groups/0/sections/0',
      'unknown-reference /groups/0/sections/1',
      'duplicate-id /groups/0/id',
    ]);
  });
});
