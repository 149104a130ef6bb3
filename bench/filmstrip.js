/**
 * What a reader on a slow phone sees while a page comes: `npm run bench -- --only filmstrip --out
 * strip.png`. A picture each half second of the policy of size 1, on a processor four times slower
 * and a slow network (1.6 Mbit/s, 150 ms); `--pages` names the contenders, `--seconds` how long.
 */
import { parseArgs } from 'node:util';
import { launchBrowser } from '../test/support/browser.js';
import { makePolicy } from './policies.js';
import { openSite } from './site.js';
import { SLOW_NETWORK } from './visit.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    out: { type: 'string', default: 'filmstrip.png' },
    pages: { type: 'string', default: 'static,ours-static,ours-compiled,hand-written' },
    seconds: { type: 'string', default: '4' },
  },
});
const PHONE = { width: 360, height: 640, isMobile: true, hasTouch: true };
const STEP = 500;
const moments = Array.from(
  { length: Math.round((Number(values.seconds) * 1000) / STEP) },
  (_, at) => (at + 1) * STEP,
);

/** Pictures of a load as they were drawn: milliseconds since it began, and a JPEG in base64. */
async function film(browser, url) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(PHONE);
    const client = await page.createCDPSession();
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', SLOW_NETWORK);
    await page.emulateCPUThrottling(4);
    const frames = [];
    client.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
      frames.push({ time: metadata.timestamp * 1000, data });
      void client.send('Page.screencastFrameAck', { sessionId });
    });
    await client.send('Page.startScreencast', { format: 'jpeg', quality: 70 });
    await page.goto(url, { timeout: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, moments.at(-1)));
    await client.send('Page.stopScreencast');
    const began = await page.evaluate(() => performance.timeOrigin);
    return frames
      .map(({ time, data }) => ({ time: time - began, data }))
      .filter(({ time }) => time > 0);
  } finally {
    await context.close();
  }
}

const at = (frames, moment) => frames.findLast(({ time }) => time <= moment)?.data;

const cell = (data) => (data ? `<td><img src="data:image/jpeg;base64,${data}"></td>` : '<td></td>');
const strip = (rows) =>
  `<!doctype html><style>
    body { margin: 0; font: 14px system-ui, sans-serif; color: #333 }
    table { border-spacing: 8px } th { font-weight: 400; text-align: start }
    td { width: 126px; height: 224px; border: 1px solid #ccc; padding: 0 } img { display: block; width: 126px }
  </style><table><tr><th></th>${moments.map((each) => `<th>${each / 1000} s</th>`).join('')}</tr>
  ${rows.map(([name, frames]) => `<tr><th>${name}</th>${moments.map((each) => cell(at(frames, each))).join('')}</tr>`).join('')}
  </table>`;

const names = values.pages.split(',');
const site = await openSite({ 1: makePolicy(1) }, names);
const browser = await launchBrowser({ full: true });
try {
  const rows = [];
  for (const name of names) {
    const url = `${site.address}/${name}/1.html`;
    // The first warms the server and the disk.
    await film(browser, url);
    rows.push([name, await film(browser, url)]);
  }
  const page = await browser.newPage();
  await page.setViewport({ width: 100, height: 100 });
  await page.setContent(strip(rows));
  await (await page.$('table')).screenshot({ path: values.out });
} finally {
  await browser.close();
  await site.close();
}
