import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { TEXT_FIELDS } from '../../src/policy/texts.js';
import sample from '../../stories/policies/sample.json';
import { deepAll, mount, settled, unmountAll, until } from '../support/page.js';

const WORD = 'Onderwijs'.padEnd(60, 'arbeidsovereenkomst');
const ADDRESS = `https://www.voorbeeld.example/${'een-map-met-een-lange-naam/'.repeat(4)}bestand.pdf`;
const MAIL = `${'een.heel.lange.dienst'.repeat(2)}@${'onderwijs-en-vorming'.repeat(2)}.example`;
const TEXTS = {
  plain: `${WORD} ${ADDRESS}`,
  markdown: `${WORD} ${ADDRESS} <${ADDRESS}> **${WORD}** \`${WORD}\`\n\n- ${WORD}\n\n> ${ADDRESS}\n\n### ${WORD}`,
};
const FIELDS: Record<string, string> = {
  url: ADDRESS,
  email: MAIL,
  telephone: `+32 ${'470 12 '.repeat(4)}`,
  phone: `+32 ${'470 12 '.repeat(4)}`,
  handle: `@${WORD}`,
  platform: WORD,
  by: WORD,
};

/** The same policy with a word and an address too long for a line in every text. */
function stretched(value: unknown, key = ''): unknown {
  const kind = Object.hasOwn(TEXT_FIELDS, key) ? TEXT_FIELDS[key] : undefined;
  if (typeof value === 'string') return kind ? TEXTS[kind] : (FIELDS[key] ?? value);
  if (Array.isArray(value)) return value.map((each) => stretched(each, key));
  if (typeof value !== 'object' || value === null) return value;
  const isText = kind && Object.keys(value).every((lang) => /^[a-z]{2}$/.test(lang));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      isText ? TEXTS[kind] : stretched(each, name),
    ]),
  );
}

const policy = stretched(sample) as typeof sample;

/** What reaches beyond the element, but for what scrolls within itself or is there for the ear only. */
function beyond(element: HTMLElement): string[] {
  const { right } = element.getBoundingClientRect();
  const out = deepAll(element, '*').filter((each) => {
    if (each.closest('svg, .visually-hidden, pre, [hidden], thead, .table')) return false;
    const box = each.getBoundingClientRect();
    return box.width > 1 && box.right > right + 1;
  });
  const host = (each: Element) => ((each.getRootNode() as ShadowRoot).host ?? each).localName;
  return [
    ...new Set(
      out.map(
        (each) =>
          `${host(each)}: ${each.localName}.${each.className} +${Math.round(each.getBoundingClientRect().right - right)}`,
      ),
    ),
  ];
}

/** Opens what is closed, and answers what is asked. */
async function open(element: Element): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const details of deepAll(element, 'details')) (details as HTMLDetailsElement).open = true;
    for (const choice of deepAll(element, '.choice input, .option input, .check input[type=radio]'))
      choice.click();
    for (const button of deepAll(element, '.choices button, .scenario button, .options button'))
      if (button.isConnected) button.click();
    await settled(element);
  }
}

const TAGS = [
  'policy-text',
  'policy-platforms',
  'policy-rules',
  'policy-mandates',
  'policy-guidelines',
  'policy-profiles',
  'policy-reactions',
  'policy-check',
  'policy-faq',
  'policy-contacts',
  'policy-reporting',
  'policy-trainings',
  'policy-rollout',
  'policy-quiz',
  'policy-acknowledgement',
  'policy-search',
] as const;

describe('a word or an address too long for a line', () => {
  afterEach(unmountAll);

  for (const width of [320, 360]) {
    for (const lang of ['nl', 'fr', 'en']) {
      it(`leaves a viewer of ${width} px as wide as it is, in ${lang}`, async () => {
        const viewer = await mount('policy-viewer', { policy, lang, knownVersion: '1.0' });
        viewer.style.width = `${width}px`;
        await until('the sections', () => deepAll(viewer, '.link-mark').length > 20);
        await settled(viewer);
        await open(viewer);
        await viewer.goTo('rule-that-is-not-there'.repeat(4));
        await settled(viewer);
        expect(beyond(viewer)).to.deep.equal([]);
      });
    }
    for (const tag of TAGS) {
      it(`leaves a <${tag}> of ${width} px as wide as it is`, async () => {
        const element = await mount(tag, { policy, lang: 'nl' });
        element.style.width = `${width}px`;
        await settled(element);
        await open(element);
        expect(beyond(element)).to.deep.equal([]);
      });
    }

    it(`leaves the answer about an account within ${width} px`, async () => {
      const profiles = await mount('policy-profiles', { policy, lang: 'nl' });
      profiles.style.width = `${width}px`;
      for (const asked of [ADDRESS, 'https://x.com/iemand', `${ADDRESS}/x`, 'https://youtu.be/x']) {
        deepAll(profiles, '#account').forEach(
          (field) => ((field as HTMLInputElement).value = asked),
        );
        deepAll(profiles, '.account button')[0]!.click();
        await until('the answer', () => deepAll(profiles, '.account .verdict').length);
        await settled(profiles);
        expect(beyond(profiles)).to.deep.equal([]);
      }
    });

    it(`leaves what is found within ${width} px`, async () => {
      const search = await mount('policy-search', { policy, lang: 'nl' });
      search.style.width = `${width}px`;
      const field = deepAll(search, 'input')[0] as HTMLInputElement;
      field.focus();
      field.value = 'onderwijs';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await until('the hits', () => deepAll(search, '[role=option]').length);
      await settled(search);
      expect(beyond(search)).to.deep.equal([]);
    });

    it(`leaves what changed within ${width} px`, async () => {
      const changes = await mount('policy-changes', { policy, lang: 'nl', knownVersion: '1.0' });
      changes.style.width = `${width}px`;
      await settled(changes);
      expect(beyond(changes)).to.deep.equal([]);
    });

    it(`leaves a policy that cannot be had within ${width} px`, async () => {
      const viewer = await mount('policy-viewer', {
        src: `/moods/nothing/${'lang-'.repeat(30)}.json`,
        lang: 'nl',
      });
      viewer.style.width = `${width}px`;
      await until('the failure', () => deepAll(viewer, '[part=error]').length);
      await settled(viewer);
      expect(beyond(viewer)).to.deep.equal([]);
    });
  }
});

describe('a table in a text', () => {
  afterEach(unmountAll);

  it('keeps its words whole in a narrow window, and scrolls by itself', async () => {
    const body =
      '| Kanaal | Waarvoor wij het gebruiken | Wie antwoordt er | Hoe vaak |\n| --- | --- | --- | --- |\n| Instagram | Foto’s van evenementen en medewerkers | Communicatiedienst | Wekelijks |';
    const section = { id: 'channels', type: 'text', title: { nl: 'Kanalen' }, body: { nl: body } };
    const element = await mount('policy-text', {
      policy: { ...sample, sections: [section] },
      lang: 'nl',
    });
    element.style.width = '340px';
    await settled(element);
    const cell = deepAll(element, '.table td').find((each) => each.textContent === 'Instagram')!;
    const words = document.createRange();
    words.selectNodeContents(cell);
    expect(words.getClientRects().length).to.equal(1);
    const scrolling = deepAll(element, '.table')[0]!;
    expect(scrolling.scrollWidth).to.be.above(scrolling.clientWidth);
    expect(scrolling.tabIndex).to.equal(0);
    expect(scrolling.ariaLabel).to.match(/\w/);
    expect(beyond(element)).to.deep.equal([]);
  });
});
