import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { createPoster, createStarter, PosterError, SECTORS } from '../dist/index.js';

const { launchBrowser } = await import(new URL('../../test/support/browser.js', import.meta.url));

const sample = JSON.parse(
  readFileSync(new URL('../../stories/policies/sample.json', import.meta.url)),
);
const url = 'https://intranet.example/beleid';
const long = structuredClone(sample);
for (const section of long.sections.filter(({ type }) => type === 'guidelines')) {
  for (const item of section.items) {
    for (const lang of ['nl', 'fr', 'en'])
      item.title[lang] =
        `${item.title[lang]} en dan nog wat meer over hetzelfde, want het moet lang zijn`;
  }
}

describe('a poster', () => {
  let browser;
  before(async () => (browser = await launchBrowser({ full: true })));
  after(async () => {
    await browser?.close();
  });

  const cases = [
    ...['nl', 'fr', 'en'].flatMap((lang) =>
      ['A4', 'A3'].map((size) => [`sample ${lang} ${size}`, sample, { lang, url, size }]),
    ),
    ...SECTORS.map((sector) => [
      sector,
      createStarter({ sector, languages: ['nl'] }),
      { lang: 'nl', url },
    ]),
    ['a long one', long, { lang: 'fr', url, accent: '#f2b705' }],
  ];
  for (const [name, policy, options] of cases) {
    it(`of ${name} fits on one page, with nothing cut off`, async () => {
      const page = await browser.newPage();
      await page.setViewport({ width: 1300, height: 1700 });
      await page.setContent(createPoster(policy, options));
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('main, header, footer')]
          .filter((each) => each.scrollHeight > each.clientHeight + 2 && each.clientHeight > 0)
          .map((each) => `${each.tagName} ${each.scrollHeight} > ${each.clientHeight}`),
      );
      const overlap = await page.evaluate(
        () =>
          document.querySelector('footer').getBoundingClientRect().bottom -
          document.body.getBoundingClientRect().bottom,
      );
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      await page.close();
      assert.deepEqual(cut, []);
      assert.ok(overlap <= 0, `${overlap}`);
      assert.equal(
        Buffer.from(pdf)
          .toString('latin1')
          .match(/\/Type\s*\/Page\b/g).length,
        1,
      );
    });
  }

  it('has a code that leads to the policy', async () => {
    const { default: decodeQR } = await import('qr/decode.js');
    const html = createPoster(sample, { lang: 'nl', url });
    const size = Number(/class="code" viewBox="0 0 (\d+)/.exec(html)[1]);
    const dark = new Set(
      [...html.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`),
    );
    const scale = 8;
    const width = size * scale;
    const data = new Uint8Array(width * width * 4).fill(255);
    for (let y = 0; y < width; y++) {
      for (let x = 0; x < width; x++) {
        if (dark.has(`${Math.floor(x / scale)} ${Math.floor(y / scale)}`))
          data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
      }
    }
    assert.equal(decodeQR({ width, height: width, data }), url);
  });
  it('prints no address that nobody types: the code has it', () => {
    const long = `https://intranet.example/read?policy=${'a'.repeat(80)}`;
    const shown = (address) =>
      /<b>Lees het beleid<\/b><span>(.*?)<\/span>/
        .exec(createPoster(sample, { lang: 'nl', url: address }))[1]
        .replaceAll('<wbr>', '');
    assert.equal(shown(long), 'intranet.example');
    assert.equal(shown(url), 'intranet.example/beleid');
  });
  it('says what it says in its own language, and no script', () => {
    const html = createPoster(
      { ...sample, title: { nl: '<script>x</script>' } },
      { lang: 'nl', url },
    );
    assert.doesNotMatch(html, /<script/);
    assert.match(html, /<html lang="nl">[\s\S]*Zo wel/);
  });
  it('refuses what it cannot be made of', () => {
    const code = (run) => {
      try {
        run();
      } catch (error) {
        assert.ok(error instanceof PosterError);
        return error.code;
      }
      return undefined;
    };
    assert.equal(
      code(() => createPoster(sample, { lang: 'nl', url: 'javascript:alert(1)' })),
      'bad-address',
    );
    assert.equal(
      code(() => createPoster(sample, { lang: 'nl', url, accent: 'red;}' })),
      'bad-colour',
    );
    assert.equal(
      code(() => createPoster({ ...sample, sections: [] }, { lang: 'nl', url })),
      'nothing-to-say',
    );
  });
});
