/** A house style of one colour, on any surface, whatever colour scheme the page says it has. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { edgeContrast, painted, textContrast } from '../support/contrast.js';
import { minimal } from '../support/drafts.js';
import { deepOne, mount, unmountAll, until } from '../support/page.js';

/** As houses have them: reds to purples, then the bright, the pale and the dark. */
const BRANDS = `
  #e4002b #da291c #c8102e #b5121b #d0006f #e10098 #ff5f00 #ff7900 #f58220 #ef6c00
  #ffcd00 #ffd200 #ffe600 #fdda24 #ffb81c #c4d600 #a4d233 #78be20 #43b02a #009a44
  #00843d #006747 #00a3ad #008c95 #00b5e2 #009fdf #0077c8 #005eb8 #003da5 #002d72
  #012169 #001489 #330072 #582c83 #7b2d8e #a05eb5 #c1a7e2 #f4b6c2 #ffe5d9 #d9e8f6
  #ffffff #f2f2f2 #a7a8aa #75787b #53565a #2d2926 #000000 #00ff00 #00ffff #ffff00
`
  .trim()
  .split(/\s+/);

const SURFACES = {
  'as it comes': { scheme: 'light' },
  'as it comes in the dark': { scheme: 'dark' },
  'dark, on a page that says nothing': { scheme: 'normal', surface: '#14181f', text: '#f0f2f5' },
  'light, on a page that is dark': { scheme: 'dark', surface: '#fffaf2', text: '#1d1a16' },
} as const;

describe('one brand colour', function () {
  this.timeout(60_000);
  const page = document.documentElement;
  let viewer: HTMLElement;

  before(async () => {
    page.style.setProperty('--policy-duration', '0s');
    const policy = {
      ...minimal(),
      sections: [{ id: 'a', type: 'text', title: 'A', body: 'See [this](https://example.org).' }],
      acknowledgement: { statement: 'Ik volg dit.' },
    };
    viewer = await mount('policy-viewer', { policy, lang: 'en' });
    await until('the form', () => deepOne(viewer, '.button.primary'));
  });
  after(() => {
    unmountAll();
    page.removeAttribute('style');
  });

  it('has fifty of them', () => expect(new Set(BRANDS).size).to.equal(50));

  for (const [name, { scheme, ...colours }] of Object.entries(SURFACES)) {
    describe(name, () => {
      before(() => {
        page.style.colorScheme = scheme;
        for (const [role, value] of Object.entries(colours))
          viewer.style.setProperty(`--policy-${role}`, value);
      });
      after(() => viewer.removeAttribute('style'));

      it('is readable in links and buttons', () => {
        const found = BRANDS.flatMap((brand) => {
          viewer.style.setProperty('--policy-accent', brand);
          const button = deepOne(viewer, '.button.primary');
          const measured = {
            link: textContrast(deepOne(viewer, '.prose a[href]')) / 4.5,
            'text on the button': textContrast(button) / 4.5,
            'edge of the button': edgeContrast(button) / 3,
          };
          return Object.entries(measured).flatMap(([what, share]) =>
            share < 1 ? [`${brand} ${what} ${share.toFixed(2)}`] : [],
          );
        });
        expect(found).to.deep.equal([]);
      });
    });
  }

  for (const scheme of ['light', 'dark'])
    it(`that is yellow fills the button as it is, with black text, ${scheme}`, () => {
      page.style.colorScheme = scheme;
      viewer.style.setProperty('--policy-accent', '#ffcd00');
      const { backgroundColor, color } = getComputedStyle(deepOne(viewer, '.button.primary'));
      const [fill, text] = [painted(backgroundColor), painted(color)];
      [255, 205, 0].forEach((channel, at) => expect(fill[at]).to.be.closeTo(channel, 2));
      expect(Math.max(...text)).to.be.below(30);
    });

  it('leaves the button to a house that names its own', () => {
    page.style.colorScheme = 'light';
    viewer.style.setProperty('--policy-button', '#002d72');
    const { backgroundColor, color } = getComputedStyle(deepOne(viewer, '.button.primary'));
    expect(painted(backgroundColor)).to.deep.equal(painted('#002d72'));
    expect(painted(color)).to.deep.equal([255, 255, 255]);
    viewer.removeAttribute('style');
  });
});
