import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { PolicyElement } from '../../src/elements/policy-element.js';
import sample from '../../stories/policies/sample.json';
import earlier from '../../stories/policies/sample-3.0.json';
import { applyTheme, THEMES, type ThemeName } from '../../stories/themes.js';
import {
  behind,
  edgeContrast,
  nameOf,
  painted,
  ratio,
  ringContrast,
  textBearers,
  textContrast,
} from '../support/contrast.js';
import { deepAll, deepOne, mount, settled, unmountAll, until } from '../support/page.js';

const SCHEMES = ['light', 'dark'] as const;
const TEXT = 4.5;
const EDGE = 3;

/** What must be there and readable, so that nothing passes by being absent. */
const TEXTS = {
  text: '.prose > p',
  'muted text': '.muted, .intro p, .facts dt',
  links: '.prose a[href]',
  'the word do': '.kind.do',
  'the word don’t': '.kind.dont',
  'the primary button': '.button.primary',
  'a plain button': '.button:not(.primary)',
  'a note': '.note > span',
  'a button in a note': '.note .text-button',
  'something found': '.hit-title',
  'where it was found': '[role=option] .within, .passage',
  'words added': 'ins',
  'words taken away': 'del',
} as const;

const EDGES = {
  fields: 'input.input, select.input, textarea.input',
  buttons: '.button',
} as const;

let viewer: PolicyElement;
let changes: PolicyElement;
const page = document.documentElement;

const low = (ratioOf: number, least: number) => ratioOf < least - 0.005;

const fault = (what: string, element: Element, got: number, least: number): string =>
  `${what} (${nameOf(element)}): ${got.toFixed(2)}, not ${least}`;

/** The first, worst one of those that look alike is enough to know. */
function worst(
  what: string,
  elements: readonly Element[],
  measure: (element: Element) => number,
  least: number,
): string[] {
  const found = elements.map((element) => [measure(element), element] as const);
  const [got, element] = found.reduce((a, b) => (b[0] < a[0] ? b : a), [Infinity, page] as const);
  return low(got, least) ? [fault(what, element, got, least)] : [];
}

const all = (selector: string): HTMLElement[] =>
  [viewer, changes]
    .flatMap((root) => deepAll(root, selector))
    .filter((each) => each.checkVisibility());

function some(what: string, selector: string): HTMLElement[] {
  const found = all(selector);
  if (!found.length) throw new Error(`there is nothing to measure: ${what}, ${selector}`);
  return found;
}

/** All that is not readable enough as it stands. */
function faults(): string[] {
  const texts = Object.entries(TEXTS).flatMap(([what, selector]) =>
    worst(what, some(what, selector), (each) => textContrast(each), TEXT),
  );
  const edges = Object.entries(EDGES).flatMap(([what, selector]) =>
    worst(what, some(what, selector), edgeContrast, EDGE),
  );
  const placeholder = worst(
    'what stands in an empty field',
    some('the field to search', 'input[placeholder]'),
    (each) => textContrast(each, '::placeholder'),
    TEXT,
  );
  const anything = worst(
    'any text',
    [...textBearers(viewer), ...textBearers(changes)],
    (each) => textContrast(each),
    TEXT,
  );
  return [...texts, ...placeholder, ...edges, ...anything];
}

/** The field, a link and the button, each reached as by a keyboard. */
async function ringFaults(): Promise<string[]> {
  const found: string[] = [];
  for (const selector of ['input[type=search]', '.prose a[href]', '.button.primary']) {
    const [element] = some('what takes the focus', selector);
    element!.focus();
    // Makes the keyboard what was used last; moves nothing.
    await sendKeys({ press: 'Shift' });
    expect(element!.matches(':focus-visible'), selector).to.equal(true);
    found.push(...worst(`focus of ${selector}`, [element!], ringContrast, EDGE));
  }
  return found;
}

const wear = (tokens: Readonly<Record<string, string>>): void => {
  for (const element of [viewer, changes]) {
    for (const [name, value] of Object.entries(tokens)) element.style.setProperty(name, value);
  }
};

describe('themes', function () {
  this.timeout(60_000);

  // One page for all: a theme is only styles, and a whole policy takes a while to draw.
  before(async () => {
    page.lang = 'nl';
    // What moves from one colour to the other is neither.
    page.style.setProperty('--policy-duration', '0s');
    viewer = await mount('policy-viewer', { policy: sample, lang: 'nl', audience: 'volunteers' });
    changes = await mount('policy-changes', { policy: sample, earlier, lang: 'nl' });
    await until('the form', () => all('.button.primary').length);
    await until('what changed', () => all('ins').length);
    for (const closed of all('details')) (closed as HTMLDetailsElement).open = true;
    await settled(viewer);
  });

  beforeEach(async () => {
    for (const element of [viewer, changes]) element.removeAttribute('style');
    // The list closes when the focus leaves the field.
    const field = deepOne<HTMLInputElement>(viewer, 'input[type=search]');
    field.value = 'foto';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await until('what was found', () => all('[role=option] .passage').length);
  });

  after(() => {
    unmountAll();
    page.removeAttribute('style');
    page.removeAttribute('lang');
  });

  describe('the measure', () => {
    it('knows the ratios of WCAG', () => {
      expect(ratio(painted('#fff'), painted('#000'))).to.be.closeTo(21, 0.01);
      expect(ratio(painted('#767676'), painted('white'))).to.be.closeTo(4.54, 0.01);
    });

    it('reads every notation, and what is seen through', () => {
      expect(painted('oklch(1 0 0)')).to.deep.equal([255, 255, 255]);
      expect(painted('#fff', 'color-mix(in srgb, #000 50%, transparent)')[0]).to.be.closeTo(128, 1);
      expect(() => painted('rgb(0 0 0 / 0.5)')).to.throw('seen through');
      expect(() => painted('accent')).to.throw('cannot be painted');
    });

    it('looks through shadow roots', () => {
      wear({ '--policy-surface': 'rgb(1 2 3)' });
      const [text] = some('text', '.prose > p');
      expect(painted(...behind(text!))).to.deep.equal([1, 2, 3]);
    });

    it('looks at every text there is', () => {
      expect(textBearers(viewer).length).to.be.above(400);
      expect(textBearers(changes).length).to.be.above(10);
    });

    it('notices muted text that is too pale', () => {
      page.style.colorScheme = 'light';
      wear({ '--policy-muted': '#9a9a9a' });
      expect(faults().join('\n')).to.match(/^muted text .*: 2\.\d\d, not 4\.5/m);
    });

    it('notices fields whose edge is too pale', () => {
      page.style.colorScheme = 'light';
      wear({ '--policy-control-border': '#ccc' });
      expect(faults().join('\n')).to.match(/^fields .*: 1\.\d\d, not 3/m);
    });

    it('notices a ring that is too pale', async () => {
      page.style.colorScheme = 'light';
      wear({ '--policy-focus': '#ddd' });
      expect((await ringFaults()).length).to.equal(3);
    });
  });

  for (const name of Object.keys(THEMES) as ThemeName[]) {
    for (const scheme of SCHEMES) {
      it(`${THEMES[name].title} is readable, ${scheme}`, async () => {
        page.style.colorScheme = scheme;
        for (const element of [viewer, changes]) applyTheme(element, name);
        expect([...faults(), ...(await ringFaults())]).to.deep.equal([]);
      });
    }
  }

  describe('any accent alone', () => {
    const EXTREMES = ['#ffe600', '#ffff00', '#fdfdfd', '#0a0a0a', '#00ff00', '#00ffff', '#ff00ff'];
    // Hues by the golden angle, so that neighbours in lightness are far apart in hue.
    const SPREAD = Array.from({ length: 24 }, (_, at) => {
      const [hue, lightness, chroma] = [
        (at * 137.5) % 360,
        0.06 + at * 0.039,
        0.05 + (at % 5) * 0.06,
      ];
      return `oklch(${lightness.toFixed(3)} ${chroma.toFixed(2)} ${hue.toFixed(1)})`;
    });

    for (const accent of [...EXTREMES, ...SPREAD]) {
      it(`keeps links and the primary button readable: ${accent}`, () => {
        const found = SCHEMES.flatMap((scheme) => {
          page.style.colorScheme = scheme;
          wear({ '--policy-accent': accent });
          const texts = ['links', 'the primary button', 'a button in a note'] as const;
          return texts.flatMap((what) =>
            worst(
              `${scheme}: ${what}`,
              some(what, TEXTS[what]),
              (each) => textContrast(each),
              TEXT,
            ),
          );
        });
        expect(found).to.deep.equal([]);
      });
    }
  });
});
