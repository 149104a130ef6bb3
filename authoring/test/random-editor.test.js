import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPolicy } from 'policy-elements';
import {
  acceptTranslations,
  editSource,
  keepMeaning,
  readSource,
  translationStatus,
} from '../dist/index.js';

const ROUNDS = 10;
const EDITS = 8;
const SEEDS = Number(process.env.EDITOR_SEEDS ?? 40);
const LANGUAGES = ['fr', 'en'];

/** mulberry32 */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** An editor, and beside the file what each translation was made from, by the words themselves. */
class Editor {
  #next = 0;
  #made = new Map();
  constructor(seed) {
    this.below = random(seed);
    this.draft = {
      format: 1,
      id: 'test',
      version: '1.0',
      status: 'draft',
      languages: ['nl', ...LANGUAGES],
      title: this.text(),
      summary: this.text(),
      organisation: { name: 'Elzenbrug' },
      sections: [0, 1].map((at) => ({
        id: `section-${at}`,
        type: 'reactions',
        title: this.text(),
        items: [this.item(), this.item()],
      })),
    };
    this.accept({});
    for (const { nl, ...others } of this.texts()) {
      for (const lang of LANGUAGES) if (others[lang]) this.note(nl, lang, others[lang], 'current');
    }
  }
  pick(list) {
    return list[this.below(list.length)];
  }
  words() {
    // Few words, so that the same text often stands in two places.
    return ['Ja', 'Nee', 'Vraag het', 'Bel ons', `Tekst ${this.#next++}`][this.below(5)];
  }
  text() {
    const nl = this.words();
    return { nl, fr: `${nl} fr`, en: `${nl} en` };
  }
  item() {
    const id = `item-${this.#next++}`;
    return { id, kind: 'question', title: this.text(), steps: [this.text(), this.text()] };
  }
  texts() {
    const { title, summary, sections } = this.draft;
    const of = ({ title: own, items }) => [
      own,
      ...items.flatMap((item) => [item.title, ...item.steps]),
    ];
    return [title, summary, ...sections.flatMap(of)];
  }
  read() {
    return readPolicy(structuredClone(this.draft)).policy;
  }
  accept(options) {
    const { translations } = acceptTranslations(this.read(), options);
    this.draft.translations = translations;
  }
  key(nl, lang) {
    return `${lang} ${nl}`;
  }
  /** A translation replaces the other ones of the same text that stand nowhere. */
  note(nl, lang, words, state) {
    const made = this.#made.get(this.key(nl, lang)) ?? new Map();
    for (const other of made.keys()) {
      if (!this.texts().some((each) => each.nl === nl && each[lang] === other)) made.delete(other);
    }
    made.set(words, state);
    this.#made.set(this.key(nl, lang), made);
  }
  expected({ nl, ...others }, lang) {
    const words = others[lang];
    if (words === undefined) return 'missing';
    return this.#made.get(this.key(nl, lang))?.get(words) ?? 'stale';
  }
  shuffle(list) {
    for (let at = list.length - 1; at > 0; at--) {
      const other = this.below(at + 1);
      [list[at], list[other]] = [list[other], list[at]];
    }
  }

  edit() {
    const { sections } = this.draft;
    const section = this.pick(sections);
    const text = this.pick(this.texts());
    const lang = this.pick(LANGUAGES);
    const edits = [
      () => (text.nl = this.words()),
      () => (text[lang] = this.words()),
      () => delete text[lang],
      () => this.translate(text, lang, 'current'),
      () => this.translate(text, lang, 'machine'),
      () => this.reword(text),
      () => this.shuffle(sections),
      () => this.shuffle(section.items),
      () => section.items.forEach(({ steps }) => this.shuffle(steps)),
      () => section.items.splice(this.below(section.items.length + 1), 0, this.item()),
      () => section.items.length > 1 && section.items.splice(this.below(section.items.length), 1),
    ];
    this.pick(edits)();
  }
  translate(text, lang, state) {
    text[lang] = this.words();
    const { id, field } = translationStatus(this.read()).texts.find(
      (each) => each.lang === lang && this.at(each.pointer) === text,
    );
    this.accept({ ids: [`${id}.${field}`], lang, state });
    // Another place may have the same words for the same text, and is accepted with it.
    this.note(text.nl, lang, text[lang], state);
  }
  reword(text) {
    const before = text.nl;
    const after = this.words();
    if (after === before) return;
    // It holds for the text, wherever it stands: this one, and no other, is reworded.
    for (const lang of LANGUAGES) {
      const made = this.#made.get(this.key(before, lang));
      const there = this.#made.get(this.key(after, lang)) ?? [];
      if (made) this.#made.set(this.key(after, lang), new Map([...there, ...made]));
    }
    this.draft.translations = keepMeaning(this.draft.translations, before, after);
    text.nl = after;
  }
  /** The text that a pointer to one of its languages is in. */
  at(pointer) {
    return pointer
      .split('/')
      .slice(1, -1)
      .reduce((value, key) => value[key], this.draft);
  }
}

test(`each translation’s state is right, over ${SEEDS} editors of ${ROUNDS} rounds`, () => {
  let checked = 0;
  const seen = new Set();
  for (let seed = 1; seed <= SEEDS; seed++) {
    const editor = new Editor(seed);
    for (let round = 0; round < ROUNDS; round++) {
      for (let at = 0; at < EDITS; at++) editor.edit();
      for (const { lang, pointer, state, source } of translationStatus(editor.read()).texts) {
        const text = editor.at(pointer);
        assert.equal(source, text.nl);
        const place = `seed ${seed}, round ${round}, ${pointer}`;
        assert.equal(state, editor.expected(text, lang), place);
        seen.add(state);
        checked++;
      }
    }
  }
  assert.ok(checked > SEEDS * ROUNDS * 10);
  assert.deepEqual([...seen].sort(), ['current', 'machine', 'missing', 'stale']);
});

test('what nobody edited keeps its bytes', () => {
  for (const eol of ['\n', '\r\n']) {
    for (const indent of ['  ', '    ', '\t']) {
      const { draft } = new Editor(7);
      const json = JSON.stringify(draft, null, indent)
        .replaceAll('\n', eol)
        .replace('"Elzenbrug"', '  "Elzenbrug" ');
      const source = readSource(Buffer.from(`\ufeff${json}`));
      const edited = editSource(source, [
        { path: ['sections', 1, 'title', 'fr'], value: 'Nouveau « titre »' },
      ]);
      const [before, after] = [`\ufeff${json}`, edited].map((text) => text.split(eol));
      assert.equal(after.length, before.length);
      assert.equal(after.filter((line, at) => line !== before[at]).length, 1);
      assert.equal(readSource(Buffer.from(edited)).value.sections[1].title.fr, 'Nouveau « titre »');
    }
  }
});
