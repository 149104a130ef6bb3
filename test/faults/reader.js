/** One reader: confirms, reloads or closes the tab meanwhile, and comes back until it is recorded. */
import { setTimeout as sleep } from 'node:timers/promises';

const DEEDS = { wait: 4, reload: 3, close: 3, 'reload-late': 2, 'two-tabs': 2 };
const PATIENCE = 120_000;

export async function confirmOnce({ browser, address, reader, random, story, isStored }) {
  const context = await browser.createBrowserContext();
  const deed = random.pick(DEEDS);
  story.deeds[deed] = (story.deeds[deed] ?? 0) + 1;
  const claim = async (id) => {
    story.claims.set(id, reader);
    if (!(await isStored(id))) story.early.push(id);
  };
  const open = async () => {
    const page = await context.newPage();
    await page.setCookie({ name: 'reader', value: reader, url: address });
    await page.exposeFunction('claimed', claim);
    await page.exposeFunction('answered', (id) => void story.answers.add(id));
    await page.evaluateOnNewDocument(() => {
      addEventListener('policy-acknowledge', ({ record }) => globalThis.answered(record.id));
      addEventListener('policy-recorded', ({ record }) => globalThis.claimed(record.id));
    });
    await visit(page, address);
    return page;
  };
  try {
    let page = await open();
    await until(page, address, 'form', 'recorded');
    if (deed === 'reload' || deed === 'close') await sleep(random.between(0, 60));
    if (deed === 'reload-late') await sleep(random.between(60, 1500));
    if (deed === 'reload' || deed === 'reload-late') await visit(page, address);
    if (deed === 'close') {
      await page.close();
      page = await open();
    }
    const pages = deed === 'two-tabs' ? [page, await open()] : [page];
    // Also what the page says because the endpoint told it of an answer sent by a page before.
    const shown = pages.map((each) => until(each, address, 'recorded').then(claim));
    await Promise.all(shown);
  } finally {
    await context.close();
  }
}

/** A page that cannot be loaded is loaded again, as people do. */
async function visit(page, address) {
  for (let tries = 0; ; tries += 1) {
    try {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await page.waitForFunction(() => customElements.get('policy-acknowledgement'), {
        timeout: 5000,
      });
      return;
    } catch (error) {
      if (tries >= 20) throw error;
      await sleep(200);
    }
  }
}

/** Does what a reader does, until one of these is seen; resolves to the number on the receipt. */
async function until(page, address, ...wanted) {
  const end = Date.now() + PATIENCE;
  for (let since = Date.now(); ;) {
    const { seen, number } = await page.evaluate(look).catch(() => ({ seen: 'nothing' }));
    if (wanted.includes(seen)) return number;
    if (seen !== 'nothing') since = Date.now();
    // The policy or a script did not load.
    if (Date.now() - since > 3000) {
      await visit(page, address);
      since = Date.now();
    }
    if (Date.now() > end) throw new Error(`still ${seen} after ${PATIENCE / 1000} seconds`);
    await sleep(20);
  }
}

/** Runs in the page. */
function look() {
  const root = document.querySelector('policy-acknowledgement')?.shadowRoot;
  const receipt = root?.querySelector('.receipt');
  if (receipt)
    return { seen: 'recorded', number: receipt.querySelector('code').textContent.trim() };
  const button = (label) =>
    [...(root?.querySelectorAll('button') ?? [])].find((each) => each.textContent.trim() === label);
  const mine = button('It is mine: send it');
  if (mine) mine.click();
  if (root?.querySelector('.waiting')) return { seen: mine ? 'asked' : 'waiting' };
  const form = root?.querySelector('form');
  if (!form) return { seen: 'nothing' };
  if (button('Sending…')) return { seen: 'sending' };
  const box = form.querySelector('input');
  if (!box.checked) box.click();
  form.querySelector('[type=submit]').click();
  return { seen: 'form' };
}
