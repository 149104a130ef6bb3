import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { checkPolicy } from 'policy-elements';
import {
  applyTranslations,
  readTranslations,
  toCsv,
  toXliff,
  translationUnits,
} from '../dist/index.js';
import { readWord, toWord } from '../dist/translation-files/docx-file.js';

const sample = JSON.parse(
  readFileSync(new URL('../../stories/policies/sample.json', import.meta.url)),
);

/** A seeded generator, so that a failure can be seen again. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const escapeXml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const quote = (text) => `"${text.replace(/"/g, '""')}"`;

/** Three kinds of file, each with a translator who changes what stands in it by hand. */
const KINDS = {
  xliff: {
    make: async (policy, to) => toXliff(policy, to),
    read: readTranslations,
    edit: (file, choose) =>
      file.replace(
        /<trans-unit id="(.*)\.([0-9a-f]{16})"[\s\S]*?<\/trans-unit>/g,
        (unit, _name, key) => {
          const { act, text } = choose(key);
          const target = (state, inner) =>
            unit.replace(
              /<target [^>]*>([\s\S]*)<\/target>/,
              (_, there) => `<target ${state}>${inner ?? there}</target>`,
            );
          if (act === 'translate') return target('state="translated"', escapeXml(text));
          if (act === 'machine')
            return target(
              'state="needs-review-translation" state-qualifier="mt-suggestion"',
              escapeXml(text),
            );
          return act === 'confirm' ? target('state="final"') : unit;
        },
      ),
  },
  csv: {
    make: async (policy, to) => toCsv(policy, to),
    read: readTranslations,
    edit: (file, choose) =>
      file.replace(
        /^([^;\r\n]*\.([0-9a-f]{16}));((?:"(?:[^"]|"")*"|[^;"\r\n]*));((?:"(?:[^"]|"")*"|[^;"\r\n]*));([a-z]+)\r$/gm,
        (row, reference, key, source, target, state) => {
          const { act, text } = choose(key);
          if (act === 'translate') return `${reference};${source};${quote(text)};${state}\r`;
          return act === 'confirm' ? `${reference};${source};${target};current\r` : row;
        },
      ),
  },
  docx: {
    make: toWord,
    read: readWord,
    edit: (bytes, choose) => {
      const files = unzipSync(bytes);
      const xml = strFromU8(files['word/document.xml']).replace(
        /<w:tr>[\s\S]*?<\/w:tr>/g,
        (row) => {
          const key = /\.([0-9a-f]{16})</.exec(row)?.[1];
          if (!key) return row;
          const { act, text } = choose(key);
          const cells = row.match(/<w:tc>[\s\S]*?<\/w:tc>/g);
          const write = (cell, words) =>
            cell.replace(
              /<w:p>[\s\S]*<\/w:p>|<w:p\/>/,
              words
                .split('\n')
                .map(
                  (line) =>
                    `<w:p><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:ins></w:p>`,
                )
                .join(''),
            );
          if (act === 'translate') return row.replace(cells[2], () => write(cells[2], text));
          return act === 'confirm' ? row.replace(cells[3], () => write(cells[3], 'current')) : row;
        },
      );
      return zipSync({ ...files, 'word/document.xml': strToU8(xml) });
    },
  },
};

const inNl = (text) => (typeof text === 'string' ? text : text.nl);
/** Sources that stand once: of two alike, one digest would tell of both. */
function uniqueUnits(policy, to) {
  const units = translationUnits(policy, to);
  const counts = new Map();
  for (const { source } of units) counts.set(source, (counts.get(source) ?? 0) + 1);
  return units.filter(({ source }) => counts.get(source) === 1);
}

function setSource(policy, pointer, text) {
  const keys = pointer.split('/').slice(1);
  const last = keys.pop();
  const holder = keys.reduce((value, key) => value[key], policy);
  holder[last] = typeof holder[last] === 'string' ? text : { ...holder[last], nl: text };
}

const TRICKY = [
  '=SUM(1;2)',
  "'quoted",
  '-- streep',
  '@handle; en "aanhaling"',
  '**vet** en [link](#be-yourself)',
  'regel\n\n- punt\n- punt twee',
  'a & b < c',
  '+32 9',
  'accent é œ 🙂',
];

for (const [name, kind] of Object.entries(KINDS)) {
  describe(`ten rounds through ${name}`, () => {
    it('leave every text and every state right', async () => {
      const next = random(name.length * 7919);
      const pick = (list) => list[Math.floor(next() * list.length)];
      let policy = structuredClone(sample);
      const expected = new Map(
        uniqueUnits(policy, 'fr').map(({ source, target, state }) => [source, { target, state }]),
      );
      for (let round = 0; round < 10; round++) {
        const file = await kind.make(policy, 'fr');
        const bySource = new Map(uniqueUnits(policy, 'fr').map((unit) => [unit.key, unit]));
        const done = new Map();
        const edited = kind.edit(file, (key) => {
          const unit = bySource.get(key);
          const chance = next();
          if (!unit || chance > 0.25) return { act: 'leave' };
          const text = next() < 0.3 ? `${pick(TRICKY)} (${round})` : `fr ${round} ${unit.source}`;
          const act =
            chance < 0.1
              ? 'translate'
              : chance < 0.15 && name === 'xliff'
                ? 'machine'
                : chance < 0.2
                  ? 'confirm'
                  : 'leave';
          done.set(unit.source, { act, text });
          return { act, text };
        });
        // Meanwhile the policy goes on: texts change, items and steps move.
        const units = uniqueUnits(policy, 'fr');
        for (let count = 0; count < 12; count++) {
          const unit = pick(units);
          const fresh = `${unit.source.slice(0, 60)} gewijzigd ${round}.${count}`;
          const known = expected.get(unit.source);
          if (!known || expected.has(fresh)) continue;
          expected.delete(unit.source);
          const todo = done.get(unit.source);
          setSource(policy, unit.pointer, fresh);
          // Words from before the change are kept, as what they are: stale. A newer one is not lost.
          const older = todo && (todo.act === 'translate' || todo.act === 'machine');
          const table = policy.translations !== undefined;
          const stale = older && table ? todo.text : known.target;
          expected.set(fresh, {
            target: stale,
            state: stale ? (table ? 'stale' : 'current') : 'missing',
            changed: true,
          });
          done.delete(unit.source);
          units.splice(units.indexOf(unit), 1);
        }
        for (const section of policy.sections)
          if (section.items?.length > 1 && next() < 0.3) section.items.push(section.items.shift());
        const changedSources = new Set(
          [...expected].filter(([, { changed }]) => changed).map(([source]) => source),
        );
        for (const [source, { act, text }] of done) {
          const known = expected.get(source);
          if (!known) continue;
          if (act === 'translate') expected.set(source, { target: text, state: 'current' });
          if (act === 'machine') expected.set(source, { target: text, state: 'machine' });
          if (act === 'confirm' && known.target)
            expected.set(source, { ...known, state: 'current' });
        }
        const before = JSON.stringify(policy);
        const applied = applyTranslations(policy, kind.read(edited));
        assert.equal(JSON.stringify(policy), before, 'the policy that was given stays as it was');
        policy = applied.policy;
        const found = new Map(uniqueUnits(policy, 'fr').map((unit) => [unit.source, unit]));
        for (const [source, { target, state }] of expected) {
          const unit = found.get(source);
          if (!unit) continue;
          // With no states kept before, the first write takes all as current.
          if (round === 0 && changedSources.has(source)) {
            assert.notEqual(unit.target, '', source);
            expected.set(source, { target: unit.target, state: unit.state });
            continue;
          }
          assert.deepEqual([unit.target, unit.state], [target, state], `round ${round}: ${source}`);
        }
        for (const known of expected.values()) delete known.changed;
        assert.deepEqual(
          checkPolicy(policy)
            .findings.filter(({ grade }) => grade === 'error')
            .filter(({ code }) => code !== 'unknown-reference'),
          [],
        );
        assert.ok(policy.sections.every((section) => inNl(section.title)));
      }
    });
    it('changes nothing where nothing was translated', async () => {
      const { policy, edits } = applyTranslations(sample, kind.read(await kind.make(sample, 'fr')));
      assert.equal(JSON.stringify(policy), JSON.stringify(sample));
      assert.deepEqual(edits, []);
    });
    it('puts a translation of an older text in the place of nothing newer', async () => {
      const older = structuredClone(sample);
      Object.assign(older.summary, { nl: 'Een oudere tekst.', fr: 'Un texte plus ancien.' });
      const { policy, results } = applyTranslations(
        sample,
        kind.read(await kind.make(older, 'fr')),
      );
      assert.equal(policy.summary.fr, sample.summary.fr);
      assert.equal(results.find(({ pointer }) => pointer === '/summary').outcome, 'outdated');
    });
    it('never makes a translation of what is shown in its place', async () => {
      const bare = structuredClone(sample);
      delete bare.sections[0].body.fr;
      const file = await kind.make(bare, 'fr');
      assert.equal(applyTranslations(bare, kind.read(file)).policy.sections[0].body.fr, undefined);
      const key = translationUnits(bare, 'fr').find(
        ({ pointer }) => pointer === '/sections/0/body',
      ).key;
      const copied = kind.edit(file, (each) => ({
        act: each === key ? 'translate' : 'leave',
        text: bare.sections[0].body.nl,
      }));
      const { policy, results } = applyTranslations(bare, kind.read(copied));
      assert.equal(policy.sections[0].body.fr, undefined);
      assert.equal(
        results.find(({ pointer }) => pointer === '/sections/0/body').outcome,
        'same-as-source',
      );
    });
  });
}
