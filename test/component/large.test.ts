import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { checkPolicy } from '../../src/policy/check.js';
import { corpus, corpusIsHere } from '../support/corpus.js';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, mount, settled, textOf, unmountAll, until } from '../support/page.js';

const words = (text: string) => text.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
const slug = (text: string, at: number) =>
  `s${at}-${text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)}`;

/** A document of the corpus as `text` sections, one for each of its headings. */
function asPolicy(markdown: string): Draft {
  const parts = markdown.split(/^(?=#{1,3} )/m);
  return {
    ...minimal(),
    languages: ['nl'],
    sections: parts.map((part, at) => {
      const [first = '', ...rest] = part.split('\n');
      const title = first.replace(/^#+ /, '').trim() || 'Voorwoord';
      return { id: slug(title, at), type: 'text', title, body: rest.join('\n') || '-' };
    }),
  };
}

describe('documents nobody here wrote', () => {
  before(async function () {
    if (!(await corpusIsHere())) this.skip();
  });
  afterEach(unmountAll);

  for (const path of [
    'policies/nl/cbp-richtsnoeren-publicatie-persoonsgegevens-internet.md',
    'policies/nl/az-gedragscode-integriteit-2009.md',
    'policies/nl/om-aanwijzing-voorlichting-opsporing-vervolging.md',
    'policies/en/digitalgov-social-media-accessibility-toolkit.md',
    'policies/en/digitalgov-improving-accessibility-of-social-media.md',
    'policies/fr/rpf-safeguarding-07-sessions-en-ligne.md',
  ]) {
    it(`are shown whole: ${path.split('/').at(-1)}`, async () => {
      const markdown = await corpus(path);
      const policy = asPolicy(markdown);
      expect(checkPolicy(policy).policy).not.to.equal(undefined);
      const viewer = await mount('policy-viewer', { policy, lang: 'nl' });
      await until('the labels', () =>
        viewer.shadowRoot?.querySelector('.frame[lang="nl"] .content'),
      );
      await settled(viewer);
      // Addresses of links are no text; every other word is, as often as it was written.
      const prose = markdown
        .replace(/\]\([^)]*\)/g, ']')
        .replace(/&#?\w+;/g, ' ')
        .replace(/^\[[^\]]+\]:.*$/gm, ' ');
      const shown = new Map<string, number>();
      for (const word of words(textOf(viewer, '.contents')))
        shown.set(word, (shown.get(word) ?? 0) + 1);
      const missing = new Map<string, number>();
      for (const word of words(prose)) {
        const left = (shown.get(word) ?? 0) - 1;
        shown.set(word, left);
        if (left < 0) missing.set(word, -left);
      }
      const share =
        [...missing.values()].reduce((sum, count) => sum + count, 0) / words(prose).length;
      expect(share, [...missing].slice(0, 20).join(' ')).to.be.lessThan(0.002);
    }).timeout(120_000);
  }

  it('are a directory of 1,671 accounts, found and filtered', async () => {
    const accounts = JSON.parse(await corpus('profiles/congress-accounts.json')) as {
      platform: string;
      account: string;
      holder: string;
    }[];
    const items = accounts.map(({ platform, account, holder }, at) => ({
      id: `p-${at}`,
      platform,
      name: account,
      url: `https://${platform}.example/${encodeURIComponent(account)}`,
      handle: `@${account}`,
      purpose: { en: `Account of ${holder}` },
    }));
    const policy = {
      ...minimal(),
      languages: ['en'],
      sections: [{ id: 'accounts', type: 'profiles', title: 'Accounts', items }],
    };
    const element = await mount('policy-profiles', { policy, lang: 'en' });
    await settled(element);
    const rows = () => deepAll(element, '[data-row]').filter((row) => !row.hidden).length;
    expect(rows()).to.equal(accounts.length);
    const field = deepOne<HTMLInputElement>(element, 'input[type=search]');
    field.value = accounts[700]!.account;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(rows()).to.be.within(1, 5);
    expect(deepOne(element, '.status[role=status]').textContent).to.match(/of 1,671$/);
  }).timeout(120_000);
});
