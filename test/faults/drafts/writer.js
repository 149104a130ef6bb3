/** Somebody who writes words of their own in a draft, whatever fails, and comes back for them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { wordsOf } from './promises.js';
import { openTab } from './tab.js';

const PATIENCE = 90_000;
const LANG = 'nl';

export class Writer {
  /** Words that the studio said are safe, on the server or in this browser. */
  promised = new Set();
  /** Words that somebody decided against, and words that the studio said were on the page only. */
  given = new Set();
  /** Versions that the studio said are published. */
  told = [];
  deeds = {};
  #written = [];
  #count = 0;

  constructor(options) {
    Object.assign(this, options);
  }

  #note(deed) {
    this.deeds[deed] = (this.deeds[deed] ?? 0) + 1;
  }

  /** Opens the draft, again and again until it is there, and takes back what an earlier tab left. */
  async open() {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const tab = await openTab(this);
      try {
        const me = await tab.api.me();
        const session = new tab.DraftSession(tab.api, me, await tab.api.open(this.policy));
        this.tab = tab;
        this.session = session;
        await session.recover();
        return;
      } catch (error) {
        tab.crash();
        if (Date.now() > end) throw error;
        await sleep(50);
      }
    }
  }

  write(place) {
    const { session, tab } = this;
    const { id, field } = place;
    const current = tab.readField(session.draft, id, field, LANG) ?? '';
    const word = `${this.name}${(this.#count += 1)}q`;
    const edit = {
      ...{ id, field, lang: LANG, value: `${current} ${word}`.trim() },
      baseDigest: tab.digestValue(current || undefined),
    };
    if (session.edit([edit])) this.#written.push(word);
  }

  /** What the studio says of what was written; what it says is on the page only is no promise. */
  #read() {
    if (!this.tab.isOpen()) return;
    const { state } = this.session;
    if (state === 'saved' || state === 'local') {
      for (const word of this.#written) this.promised.add(word);
    }
  }

  /** Somebody chooses one of two texts: the words of the other go because they said so. */
  choose() {
    const [conflict] = this.session.conflicts;
    if (!conflict) return;
    this.#note('chose');
    const keep = this.random.chance(0.5) ? 'yours' : 'theirs';
    const [kept, other] =
      keep === 'yours'
        ? [conflict.edit.value, conflict.theirs]
        : [conflict.theirs, conflict.edit.value];
    const stays = new Set(wordsOf(kept));
    for (const word of wordsOf(other)) if (!stays.has(word)) this.given.add(word);
    this.session.resolve(conflict, keep);
  }

  async work(words) {
    await this.open();
    for (let n = 0; n < words; n += 1) {
      this.write(this.places[this.random.between(0, this.places.length)]);
      await sleep(this.random.between(2, 60));
      this.#read();
      if (this.random.chance(0.3)) this.choose();
      if (this.random.chance(0.05)) this.storage.full = !this.storage.full;
      if (this.random.chance(0.06)) await this.#close();
      else if (this.random.chance(0.1)) void this.session.look('');
      else if (this.random.chance(0.04)) await this.publish();
    }
    this.storage.full = false;
  }

  /** A tab goes: with its last try to save, or in the middle of a word. */
  async #close() {
    this.#read();
    this.#note(this.random.chance(0.3) ? 'left' : 'crashed');
    const { tab, session } = this;
    if (this.random.chance(0.3)) session.close();
    tab.crash();
    this.#written = [];
    await this.open();
  }

  async publish() {
    const { session, tab } = this;
    this.#note('asked to publish');
    const release = {
      ...{ digest: session.digest, version: this.nextVersion(), date: '2026-03-01' },
      ...{ summary: { nl: 'Nieuw.' }, fallback: ['fr'] },
    };
    try {
      session.adopt(await tab.api.publish(this.policy, release));
      this.told.push(release.version);
    } catch {
      // Somebody changed it meanwhile, or the network failed: both are told.
    }
  }

  /** Waits until all is on the server, and decides what is asked. */
  async settle() {
    const end = Date.now() + PATIENCE;
    for (;;) {
      while (this.session.conflicts.length) this.choose();
      await this.session.save();
      this.#read();
      if (this.session.state === 'saved') return;
      if (Date.now() > end) throw new Error(`${this.name}: still ${this.session.state}`);
      await sleep(20);
    }
  }
}
