import { expect } from 'chai';
import { keepTranslations } from '../../src/policy/translations.js';
import broken from '../../stories/policies/broken.json';
import partial from '../../stories/policies/partial.json';
import sample from '../../stories/policies/sample.json';
import { makeRecord } from '../../src/acknowledgement/record.js';
import { compilePolicy } from '../../src/policy/compile.js';
import { coversOf } from '../../src/policy/core.js';
import type { CompiledPolicy } from '../../src/policy/compiled.js';
import { digestPolicy, digestShown, shownTexts } from '../../src/policy/digest.js';
import type { ParseResult } from '../../src/policy/findings.js';
import { parseMarkdown } from '../../src/policy/parse-markdown.js';
import { readUnknown } from '../../src/policy/parse.js';
import { loadReader, readNow, readSoon, treeOf } from '../../src/policy/parser.js';
import { SearchIndex } from '../../src/policy/search.js';
import { resolveText } from '../../src/policy/text.js';
import { textsOf } from '../../src/policy/texts.js';
import { minimal, type Draft } from '../support/drafts.js';

/** As it comes from a file. */
const fromFile = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
const compiled = (policy: unknown, lang = 'nl'): Draft =>
  fromFile(
    compilePolicy(policy, lang, { files: { fr: 'a.fr.compiled.json' } }),
  ) as unknown as Draft;

function readCompiled(policy: unknown, lang = 'nl'): ParseResult & { compiled: object } {
  const read = readNow(compiled(policy, lang));
  if (!read?.compiled) throw new Error('not read as a compiled policy');
  return { ...read, compiled: read.compiled };
}

describe('a compiled policy', () => {
  for (const [name, policy] of Object.entries({ sample, partial })) {
    for (const lang of policy.languages) {
      describe(`${name} in ${lang}`, () => {
        const whole = readUnknown(policy).policy!;
        const read = readCompiled(policy, lang);

        it('shows every text as the whole policy does, in the same language', () => {
          const texts = (from: typeof whole) =>
            [...textsOf(from)].map(({ id, field, text }) => ({
              id,
              field,
              ...resolveText(text, lang, from.languages),
            }));
          expect(texts(read.policy!)).to.deep.equal(texts(whole));
        });

        it('has the tree of every Markdown text', () => {
          for (const { kind, text } of textsOf(read.policy!)) {
            const found = resolveText(text, lang, whole.languages);
            if (kind !== 'markdown' || !found) continue;
            expect(treeOf(read, found.text)).to.deep.equal(parseMarkdown(found.text));
          }
        });

        it('gives the digests of the whole policy to who confirms it', () => {
          const deed = { act: 'acknowledge', lang } as const;
          const record = makeRecord(read, deed);
          const covers = coversOf(whole);
          expect(record.digest).to.equal(digestPolicy(policy));
          expect(record.shown).to.equal(digestShown(shownTexts(whole, { lang, covers })));
          const { languages, statement } = makeRecord(readUnknown(policy), deed);
          expect(record).to.deep.include({ languages, statement });
        });

        it('is found in as before', () => {
          const hits = (from: typeof whole) => new SearchIndex(from, lang).search('privé');
          expect(hits(read.policy!)).to.deep.equal(hits(whole));
        });
      });
    }
  }

  it('keeps what was wrong in the policy, and where', () => {
    const read = readCompiled(broken);
    const before = readUnknown(broken);
    const plain = (map: ParseResult['gaps']) =>
      [...map].map(([id, found]) => [id, found.map(({ code, pointer }) => [code, pointer])]);
    expect(before.findings.length).to.be.greaterThan(3);
    expect(plain(read.gaps)).to.deep.equal(plain(before.gaps));
  });

  it('keeps fields nobody here knows', () => {
    const { policy } = readCompiled({ ...minimal(), house: { colour: 'red' } });
    expect(policy).to.deep.include({ house: { colour: 'red' } });
  });

  it('names the sections with texts in another language', () => {
    const policy = structuredClone(sample) as Draft;
    expect(compilePolicy(policy, 'fr')).not.to.have.property('foreign');
    delete policy.sections[0].body.fr;
    expect(compilePolicy(policy, 'fr').foreign).to.deep.equal([policy.sections[0].id]);
    expect(compilePolicy(policy, 'nl')).not.to.have.property('foreign');
  });

  it('names the sections whose translation is older, and carries no digests', () => {
    const policy = structuredClone(sample) as Draft;
    policy.translations = keepTranslations(readUnknown(policy).policy!);
    expect(compilePolicy(policy, 'fr')).not.to.have.property('stale');
    policy.sections[0].body.nl += ' En nog iets.';
    policy.history[0].summary.nl += ' En nog iets.';
    for (const [lang, stale] of Object.entries({
      nl: undefined,
      fr: ['purpose'],
      en: ['purpose'],
    })) {
      const compiled = compilePolicy(policy, lang);
      expect(compiled.stale).to.deep.equal(stale);
      expect(compiled.policy).not.to.have.property('translations');
    }
  });

  it('is smaller than the policy by most of the other languages', () => {
    expect(JSON.stringify(compiled(sample)).length).to.be.lessThan(
      JSON.stringify(sample).length * 0.6,
    );
  });

  it('refuses what is no policy, and a language it has not', () => {
    expect(() => compilePolicy(1, 'nl')).to.throw(TypeError);
    expect(() => compilePolicy(sample, 'de')).to.throw(TypeError);
  });
});

describe('a compiled file that is damaged', () => {
  before(loadReader);

  const DAMAGE: Record<string, (file: Draft) => void> = {
    'another form': (file) => (file.compiled = 2),
    'no digest': (file) => delete file.digest,
    'sections that are none': (file) => (file.policy.sections = 5),
    'a section without id': (file) => delete file.policy.sections[0].id,
    'a title that is a number': (file) => (file.policy.title = 5),
    'items that are none': (file) => (file.policy.sections[1].items = 'all'),
    'no languages': (file) => (file.policy.languages = []),
    'trees that are none': (file) => (file.trees = { 0: 'p' }),
    'a tree that is none': (file) => (file.trees[0] = 'p'),
    'addresses that are none': (file) => (file.files = { fr: {} }),
    'findings that are none': (file) => (file.findings = [{}]),
    'sections that are no ids': (file) => (file.stale = [5]),
    'sections that are no ids either': (file) => (file.foreign = 'all'),
    'words that are not counted': (file) => (file.words = { why: 'many' }),
  };

  for (const [what, damage] of Object.entries(DAMAGE)) {
    it(`is read as any other policy: ${what}`, async () => {
      const file = compiled(sample);
      damage(file);
      const read = await readSoon(file);
      expect(read.compiled).to.equal(undefined);
      expect(read.policy?.id).to.equal('social-media');
      expect(() => [...textsOf(read.policy!)]).not.to.throw();
    });
  }

  it('is no policy where nothing of it is left', async () => {
    const file = { compiled: 1, policy: {} } as unknown as CompiledPolicy;
    expect((await readSoon(file)).findings[0]?.code).to.equal('not-a-policy');
  });
});
