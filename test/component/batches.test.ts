import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { deepAll, deepOne, mount, settled, unmountAll, until } from '../support/page.js';

const text = (words: string) => ({ nl: words, fr: `${words} fr` });
const question = (_: unknown, at: number) => ({
  id: `q${at}`,
  question: text(`Vraag ${at}?`),
  answer: text(`Antwoord ${at}.`),
  ...(at % 3 === 0 && { audience: ['staff'] }),
});
const profile = (_: unknown, at: number) => ({
  id: `p${at}`,
  platform: at % 8 ? 'facebook' : 'youtube',
  name: `Profiel ${at}`,
  url: `https://www.example.com/${at}`,
});
const policyOf = (count: number) => ({
  format: 1,
  id: 'many',
  version: '1.0',
  status: 'published',
  languages: ['nl', 'fr'],
  title: text('Veel'),
  summary: text('Van alles.'),
  organisation: { name: 'Bron' },
  audiences: [
    { id: 'staff', title: text('Medewerkers') },
    { id: 'others', title: text('Anderen') },
  ],
  sections: [
    {
      id: 'vragen',
      type: 'faq',
      title: text('Vragen'),
      items: Array.from({ length: count }, question),
    },
    {
      id: 'profielen',
      type: 'profiles',
      title: text('Profielen'),
      items: Array.from({ length: count }, profile),
    },
  ],
});

const faqOf = (count: number, more = {}) =>
  mount('policy-faq', { policy: policyOf(count), lang: 'nl', ...more });
const batchesIn = (element: HTMLElement) => deepAll(element, '.batch');
const idsIn = (element: HTMLElement) => deepAll(element, '[data-row]').map(({ id }) => id);

async function find(element: HTMLElement, words: string): Promise<void> {
  const field = deepOne(element, '#find, .account input') as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settled(element);
}

describe('a long list waits in batches', () => {
  afterEach(unmountAll);

  it('of thirty questions, in their order; a shorter one has none', async () => {
    const faq = await faqOf(300);
    expect(batchesIn(faq).map((batch) => batch.children.length)).to.deep.equal(Array(10).fill(30));
    expect(idsIn(faq)).to.deep.equal(Array.from({ length: 300 }, (_, at) => `q${at}`));
    for (const batch of batchesIn(faq))
      expect(getComputedStyle(batch).contentVisibility).to.equal('auto');
    const watched = deepAll(faq, '[data-row]').filter(
      (row) => getComputedStyle(row).contentVisibility === 'auto',
    );
    expect(watched).to.deep.equal([]);
    expect(batchesIn(await faqOf(50))).to.deep.equal([]);
  });

  it('of profiles, which are items of the same list still', async () => {
    const profiles = await mount('policy-profiles', { policy: policyOf(300), lang: 'nl' });
    // The others are of a platform that has few.
    expect(batchesIn(profiles).length).to.equal(Math.ceil(262 / 5));
    for (const batch of batchesIn(profiles)) {
      expect(batch.parentElement!.matches('ul[role=list]')).to.equal(true);
      expect(batch.getAttribute('role')).to.equal('none');
    }
    expect(new Set(idsIn(profiles)).size).to.equal(300);
  });

  it('and a batch takes the room of what a filter leaves in it', async () => {
    const faq = await faqOf(300);
    const whole = deepOne(faq, '.entries').getBoundingClientRect().height;
    await find(faq, 'Vraag 29');
    const shown = deepAll(faq, '[data-row]').filter((row) => !row.hidden);
    expect(shown.length).to.equal(13);
    const rooms = batchesIn(faq).map((batch) => batch.getBoundingClientRect().height);
    expect(rooms.filter((room) => room > 0).length).to.equal(4);
    expect(deepOne(faq, '.entries').getBoundingClientRect().height).to.be.lessThan(whole / 10);
    await find(faq, '');
    const { height } = deepOne(faq, '.entries').getBoundingClientRect();
    expect(height).to.be.within(whole * 0.9, whole * 1.1);
  });

  it('leads to an item far away, also to one that was filtered out', async () => {
    const faq = await faqOf(300);
    await find(faq, 'Vraag 29');
    for (const id of ['q222', 'q5']) {
      await (faq as HTMLElement & { reveal(id: string): Promise<boolean> }).reveal(id);
      const item = deepOne(faq, `#${id}`) as HTMLDetailsElement;
      await until('it is in sight', () => {
        const { top, height } = item.getBoundingClientRect();
        return height > 0 && top > -2 && top < innerHeight;
      });
      expect(item.open).to.equal(true);
    }
  });

  it('keeps what is open where items move to another batch, and to none', async () => {
    const faq = await faqOf(300, { audience: 'staff' });
    const item = deepOne(faq, '#q100') as HTMLDetailsElement;
    item.open = true;
    faq.audience = 'others';
    await until('fewer', () => idsIn(faq).length === 200);
    await settled(faq);
    expect(deepOne(faq, '#q100')).to.equal(item);
    expect(item.open).to.equal(true);
    expect(idsIn(faq)).to.deep.equal(
      Array.from({ length: 300 }, (_, at) => `q${at}`).filter((_, at) => at % 3),
    );
    expect(batchesIn(faq).length).to.equal(7);
    faq.audience = 'staff';
    await until('all', () => idsIn(faq).length === 300);
    expect(deepOne(faq, '#q100')).to.equal(item);
    const early = deepOne(faq, '#q50') as HTMLDetailsElement;
    early.open = true;
    faq.policy = policyOf(99);
    await until('few', () => idsIn(faq).length === 99);
    expect(batchesIn(faq)).to.deep.equal([]);
    expect(deepOne(faq, '#q50')).to.equal(early);
    faq.policy = policyOf(120);
    await until('many', () => idsIn(faq).length === 120);
    expect(batchesIn(faq).length).to.equal(4);
    expect(deepOne(faq, '#q50')).to.equal(early);
    expect(early.open).to.equal(true);
    expect(idsIn(faq)).to.deep.equal(Array.from({ length: 120 }, (_, at) => `q${at}`));
  });
});
