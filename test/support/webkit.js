/**
 * WebKit behind its driver, with as much of puppeteer's pages as the studio's tests use. A driver
 * tells nothing of a page's console, requests and errors, and has one profile: what hangs on those
 * is not seen here.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { openSession } from './webdriver.js';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const TIMEOUT = 90_000;
const KEYS = {
  ...{ Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009' },
  ...{ Alt: '\uE00A', Escape: '\uE00C', End: '\uE010', Home: '\uE011', Delete: '\uE017' },
  ...{ ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015' },
};
const keyOf = (name) => KEYS[name] ?? name;

/** @param {{ port: string | number, path: string }} options the driver's port, the browser's path */
export async function launchWebKit({ port, path }) {
  const ask = await openSession({
    ...{ port, pageLoad: TIMEOUT },
    capabilities: {
      ...{ browserName: 'MiniBrowser', unhandledPromptBehavior: 'accept' },
      'webkitgtk:browserOptions': { binary: path, args: ['--automation'] },
    },
  });

  // A driver is in one window at a time: what is asked of one waits for what is asked of another.
  // The first one stays, as a window that is closed opens no other.
  const first = await ask('GET', '/window');
  let current = first;
  let queue = Promise.resolve();
  const within = (handle, method, route, body) => {
    const result = queue.then(async () => {
      if (current !== handle) await ask('POST', '/window', { handle });
      current = handle;
      return ask(method, route, body);
    });
    queue = result.catch(() => {});
    return result;
  };
  return {
    async newPage() {
      const { handle } = await within(first, 'POST', '/window/new', { type: 'window' });
      return new Page((...asked) => within(handle, ...asked));
    },
    close: () => ask('DELETE', ''),
  };
}

class Handle {
  constructor(page, id) {
    Object.assign(this, { page, id });
  }
  evaluate(look, ...args) {
    return this.page.evaluate(look, this, ...args);
  }
  focus() {
    return this.evaluate((element) => element.focus());
  }
  click() {
    return this.page.ask('POST', `/element/${this.id}/click`, {});
  }
}

class Page {
  #early = [];
  #cookies = [];

  constructor(ask) {
    this.ask = ask;
    const act = (type, names) =>
      ask('POST', '/actions', {
        actions: [
          { type: 'key', id: 'keyboard', actions: names.flatMap((name) => type(keyOf(name))) },
        ],
      });
    const down = (value) => [{ type: 'keyDown', value }];
    const up = (value) => [{ type: 'keyUp', value }];
    const both = (value) => [...down(value), ...up(value)];
    const type = (text) => act(both, [...text]);
    this.keyboard = {
      ...{ type, sendCharacter: type },
      down: (name) => act(down, [name]),
      up: (name) => act(up, [name]),
      press: (name) => act(both, [name]),
    };
  }

  on() {}
  setDefaultTimeout() {}
  setDefaultNavigationTimeout() {}

  setViewport({ width, height }) {
    return this.ask('POST', '/window/rect', { width, height });
  }

  /** Of the site that is opened first: kept by it from then on. */
  evaluateOnNewDocument(work, ...args) {
    this.#early.push([work, args]);
  }

  setCookie({ name, value }) {
    this.#cookies.push(`${name}=${value}; path=/`);
  }

  async goto(url) {
    const early = this.#early.splice(0);
    const cookies = this.#cookies.splice(0);
    if (early.length || cookies.length) {
      await this.ask('POST', '/url', { url: new URL('/studio/studio.svg', url).href });
      for (const [work, args] of early) await this.evaluate(work, ...args);
      for (const each of cookies)
        await this.evaluate((text) => void (document.cookie = text), each);
    }
    await this.ask('POST', '/url', { url });
  }

  async #run(look, args) {
    const given = args.map((each) => (each instanceof Handle ? { [ELEMENT]: each.id } : each));
    const told = await this.ask('POST', '/execute/async', {
      script: `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${look})(...[...arguments].slice(0, -1)))
          .then((value) => done([value ?? null]), (error) => done(String(error)));`,
      args: given,
    });
    if (!Array.isArray(told)) throw new Error(told);
    const [value] = told;
    return value?.[ELEMENT] ? new Handle(this, value[ELEMENT]) : value;
  }

  evaluate(look, ...args) {
    return this.#run(look, args);
  }

  async waitForFunction(look, { timeout = TIMEOUT } = {}, ...args) {
    const end = Date.now() + timeout;
    for (;;) {
      const found = await this.#run(look, args).catch(() => undefined);
      if (found) return found;
      if (Date.now() > end) throw new Error(`waited in vain: ${look}`);
      await wait(50);
    }
  }

  waitForSelector(selector, options) {
    return this.waitForFunction((css) => document.querySelector(css), options, selector);
  }

  $(selector) {
    return this.evaluate((css) => document.querySelector(css), selector);
  }

  $eval(selector, look, ...args) {
    const within = `(css, ...args) => (${look})(document.querySelector(css), ...args)`;
    return this.evaluate(within, selector, ...args);
  }

  $$eval(selector, look, ...args) {
    const within = `(css, ...args) => (${look})([...document.querySelectorAll(css)], ...args)`;
    return this.evaluate(within, selector, ...args);
  }

  focus(selector) {
    return this.$eval(selector, (element) => element.focus());
  }

  async click(selector) {
    await (await this.$(selector)).click();
  }

  async type(selector, text) {
    await this.focus(selector);
    await this.keyboard.type(text);
  }

  select(selector, value) {
    return this.$eval(
      selector,
      (element, chosen) => {
        element.value = chosen;
        for (const name of ['input', 'change'])
          element.dispatchEvent(new Event(name, { bubbles: true }));
      },
      value,
    );
  }

  close() {
    return this.ask('DELETE', '/window');
  }
}
