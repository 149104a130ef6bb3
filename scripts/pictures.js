/** Takes the pictures of the README from a running `npm start`; its address is the argument. */
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../test/support/browser.js';

const [address = 'http://127.0.0.1:4173/'] = process.argv.slice(2);
const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
const browser = await launchBrowser({ full: true });

async function picture(name, { width, height, scheme, lang, prepare = () => undefined }) {
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: 1.5 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(address, { waitUntil: 'networkidle0' });
  await page.evaluate((to) => (document.querySelector('policy-viewer').lang = to), lang);
  await new Promise((resolve) => setTimeout(resolve, 800));
  await page.evaluate(prepare);
  await new Promise((resolve) => setTimeout(resolve, 1200));
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}

const phone = { width: 360, height: 720 };
await picture('viewer-1280-light', { width: 1280, height: 860, scheme: 'light', lang: 'nl' });
await picture('viewer-360-dark-fr', {
  ...phone,
  scheme: 'dark',
  lang: 'fr',
  prepare: () => document.querySelector('policy-viewer').scrollIntoView(),
});
await picture('guidelines-360-light-nl', {
  ...phone,
  scheme: 'light',
  lang: 'nl',
  prepare: () =>
    document
      .querySelector('policy-viewer')
      .shadowRoot.querySelector('policy-guidelines')
      .scrollIntoView(),
});
await picture('receipt-360-light-nl', {
  ...phone,
  scheme: 'light',
  lang: 'nl',
  prepare() {
    const form = document
      .querySelector('policy-viewer')
      .shadowRoot.querySelector('policy-acknowledgement');
    form.scrollIntoView();
    form.shadowRoot.querySelector('input').click();
    form.shadowRoot.querySelector('button[type=submit]').click();
  },
});
await browser.close();
