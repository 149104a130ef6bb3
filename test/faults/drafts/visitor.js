/** Somebody at the studio's own page in Chromium, whatever happens to it, the browser and the line. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchBrowser } from '../../support/browser.js';
import { wordsOf } from './promises.js';

const PATIENCE = 600_000;
const SLOW = { download: 40_000, upload: 10_000, latency: 400 };
const GOOD = { download: -1, upload: -1, latency: 0 };

/* In the page: what it says of what was written, and what stands in its texts, at one moment. */
function look() {
  const state = document.querySelector('.save-state')?.className.split(' ').at(-1);
  const texts = [...document.querySelectorAll('.ProseMirror')].map((each) => each.textContent);
  return { state, text: texts.join(' '), asked: Boolean(document.querySelector('.conflict')) };
}

/* In the page: one of two texts is chosen; both are told. */
function choose(mine) {
  const conflict = document.querySelector('.conflict');
  if (!conflict) return undefined;
  const [theirs, yours] = [...conflict.querySelectorAll('.both p')].map((p) => p.textContent);
  const [keepTheirs, keepMine] = conflict.querySelectorAll('.actions button');
  (mine ? keepMine : keepTheirs).click();
  return mine ? { kept: yours, other: theirs } : { kept: theirs, other: yours };
}

export class Visitor {
  /** Words that stood there when the studio said that all is safe. */
  promised = new Set();
  /** Words that somebody decided against. */
  given = new Set();
  deeds = {};
  /** What the page complained of. */
  problems = [];
  #count = 0;
  #folder;

  constructor(options) {
    Object.assign(this, options);
  }

  #note(deed) {
    this.deeds[deed] = (this.deeds[deed] ?? 0) + 1;
  }

  async #start() {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'policy-visitor-'));
    this.browser = await launchBrowser({ userDataDir: this.#folder });
    await this.browser.setCookie({
      ...{ name: 'demo-user', value: this.person },
      domain: new URL(this.address).hostname,
    });
  }

  /** Opens a part of the draft, again and again until it can be written in. */
  async open() {
    const end = Date.now() + PATIENCE;
    const place = this.places[this.random.between(0, this.places.length)];
    const url = `${this.address}/studio/p/${this.policy}/write/${place}`;
    for (;;) {
      try {
        if (!this.browser?.connected) await this.#start();
        await this.page?.close().catch(() => {});
        this.page = await this.browser.newPage();
        this.page.setDefaultTimeout(15_000);
        this.page.on('pageerror', ({ message }) => {
          // What is fetched beside the text is fetched again when the page is drawn again.
          if (!message.includes('dynamically imported module')) this.problems.push(message);
        });
        this.page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
        this.session = await this.page.createCDPSession();
        await this.page.goto(url, { timeout: 15_000 });
        await this.page.waitForSelector('.ProseMirror');
        return;
      } catch (error) {
        this.#note('opened in vain');
        if (Date.now() > end) throw error;
        await sleep(300);
      }
    }
  }

  /** A word at the end of the first text; `part` of it, for who is interrupted. */
  async #write(part = 1) {
    const word = ` ${this.name}${(this.#count += 1)}q`;
    await this.page.focus('.ProseMirror');
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('End');
    await this.page.keyboard.up('Control');
    await this.page.keyboard.type(word.slice(0, Math.ceil(word.length * part)));
  }

  async #read() {
    const { state, text, asked } = await this.page.evaluate(look);
    if (state === 'saved' || state === 'local')
      for (const word of wordsOf(text)) this.promised.add(word);
    return { state, asked };
  }

  async choose() {
    const chosen = await this.page.evaluate(choose, this.random.chance(0.5));
    if (!chosen) return;
    this.#note('chose');
    const stays = new Set(wordsOf(chosen.kept));
    for (const word of wordsOf(chosen.other)) if (!stays.has(word)) this.given.add(word);
  }

  async #line(name, conditions) {
    this.#note(name);
    await this.session.send('Network.enable');
    await this.session.send('Network.emulateNetworkConditions', {
      ...{ offline: name === 'no line', latency: conditions.latency },
      ...{ downloadThroughput: conditions.download, uploadThroughput: conditions.upload },
    });
  }

  /** Nothing more may be stored here, or everything again. */
  async #storage(full) {
    this.#note(full ? 'storage full' : 'storage free');
    await this.session.send('Storage.overrideQuotaForOrigin', {
      origin: this.address,
      ...(full && { quotaSize: 1 }),
    });
  }

  async #interrupted() {
    const how = this.random.pick({ closed: 4, 'gone elsewhere': 2, 'tab killed': 2, killed: 1 });
    this.#note(how);
    await this.#read();
    const writing = this.#write(this.random.next()).catch(() => {});
    if (this.random.chance(0.5)) await writing;
    if (how === 'closed') await this.page.close();
    else if (how === 'gone elsewhere') await this.page.goto('about:blank');
    else if (how === 'tab killed') void this.session.send('Page.crash').catch(() => {});
    else {
      const { pid } = this.browser.process();
      const gone = new Promise((resolve) => this.browser.once('disconnected', resolve));
      process.kill(pid, 'SIGKILL');
      await gone;
    }
    await writing;
    await this.open();
  }

  async #deed() {
    const deed = this.random.pick({ none: 5, interrupted: 2, storage: 2, worse: 2, better: 3 });
    if (deed === 'interrupted') await this.#interrupted();
    if (deed === 'storage') await this.#storage((this.isFull = !this.isFull));
    if (deed === 'better') await this.#line('good line', GOOD);
    if (deed !== 'worse') return;
    const [name, how] = this.random.chance(0.5) ? ['slow line', SLOW] : ['no line', GOOD];
    await this.#line(name, how);
    await sleep(this.random.between(0, 1_500));
    await this.#read();
  }

  async work(words) {
    await this.open();
    for (let n = 0; n < words; n += 1) {
      await this.#write();
      await sleep(this.random.between(20, 1_500));
      const { asked } = await this.#read();
      if (asked && this.random.chance(0.5)) await this.choose();
      await this.#deed();
    }
    await this.#line('good line', GOOD);
    await this.#storage(false);
  }

  /** Waits until all is on the server, and decides what is asked. */
  async settle() {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const { state, asked } = await this.#read();
      if (asked) await this.choose();
      else if (state === 'saved') return;
      if (Date.now() > end) throw new Error(`${this.name}: still ${state}`);
      await sleep(200);
    }
  }

  async end() {
    await this.browser?.close().catch(() => {});
    if (this.#folder)
      await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
  }
}
