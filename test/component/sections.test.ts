import { expect } from '@open-wc/testing';
import '../../src/define.js';
import sample from '../../stories/policies/sample.json';
import { minimal, type Draft } from '../support/drafts.js';
import { deepAll, deepOne, mount, settled, textOf, unmountAll, until } from '../support/page.js';

const ready = async <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  policy: object,
  lang = 'nl',
) => {
  const element = await mount(tag, { policy, lang } as object);
  await until(lang, () => element.shadowRoot?.querySelector(`.frame[lang="${lang}"] .content`));
  await settled(element);
  return element;
};
const type = (field: HTMLInputElement, text: string) => {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};
const withSection = (section: Draft): Draft => ({ ...minimal(), sections: [section] });
const visible = (element: Element, selector: string) =>
  deepAll(element, selector).filter((each) => !each.hidden);

describe('section elements', () => {
  afterEach(unmountAll);

  it('show the section that is named, else the first of their type', async () => {
    const first = await ready('policy-text', sample);
    expect(textOf(first)).to.contain('Waarom dit beleid');
    const named = await mount('policy-text', { policy: sample, lang: 'nl', section: 'scope' });
    expect(textOf(named)).to.contain('Voor wie');
  });

  it('say so where the policy has no such section', async () => {
    expect(textOf(await ready('policy-faq', minimal()))).to.contain('bevat hierover niets');
  });

  for (const [tag, kind] of [
    ['policy-rules', 'rules'],
    ['policy-guidelines', 'guidelines'],
    ['policy-profiles', 'profiles'],
    ['policy-faq', 'faq'],
  ] as const) {
    it(`<${tag}> says that there is nothing yet`, async () => {
      const element = await ready(
        tag,
        withSection({ id: 's', type: kind, title: 'Leeg', items: [] }),
      );
      expect(textOf(element)).to.contain('Hier staat nog niets.');
    });
  }
});

describe('<policy-rules>', () => {
  afterEach(unmountAll);

  it('numbers rules by section, with why and training', async () => {
    const draft = minimal();
    draft.sections[1].items[0].requires = ['basics'];
    const text = textOf(await ready('policy-rules', draft)).replace(/\s+/g, ' ');
    expect(text).to.contain('2.1 Eén');
    expect(text).to.contain('Waarom Reden.');
    expect(text).to.contain('Opleiding vereist Basis');
  });
});

describe('<policy-guidelines>', () => {
  afterEach(unmountAll);
  const cards = (kind: unknown) =>
    withSection({
      id: 'g',
      type: 'guidelines',
      title: 'G',
      items: [{ id: 'g1', kind, title: 'T', body: 'B' }],
    });

  const WORDS: [string, string, string, string][] = [
    ['do', 'Doen', 'À faire', 'Do'],
    ['dont', 'Niet doen', 'À éviter', 'Don’t'],
    ['perhaps', 'Ter info', 'À noter', 'Note'],
  ];
  for (const [kind, ...words] of WORDS) {
    it(`tells ${kind} by a word and an icon, in each language`, async () => {
      for (const [index, lang] of ['nl', 'fr', 'en'].entries()) {
        const element = await ready('policy-guidelines', cards(kind), lang);
        const line = deepOne(element, '.kind');
        expect(line.textContent?.trim()).to.equal(words[index]);
        expect(line.querySelector('svg[aria-hidden=true]')).not.to.equal(null);
      }
    });
  }
});

describe('<policy-faq>', () => {
  afterEach(unmountAll);
  const find = (element: Element, text: string) =>
    type(deepOne<HTMLInputElement>(element, 'input[type=search]'), text);

  it('finds by typing in questions and answers, without case and accents, all words required', async () => {
    const element = await ready('policy-faq', sample, 'fr');
    const all = deepAll(element, 'details').length;
    expect(visible(element, 'details')).to.have.length(all);
    find(element, 'whatsapp');
    const some = visible(element, 'details');
    expect(some.length).to.be.within(1, all - 1);
    for (const each of some) expect(textOf(each).toLowerCase()).to.contain('whatsapp');
    find(element, 'GROUPÉ whatsapp');
    expect(visible(element, 'details').length).to.be.within(1, some.length);
    find(element, 'xyzzy');
    expect(visible(element, 'details')).to.deep.equal([]);
    expect(deepOne(element, '[role=status]').textContent).to.contain('Aucun résultat');
    find(element, '');
    expect(visible(element, 'details')).to.have.length(all);
  });

  it('keeps the filter through a change of language', async () => {
    const element = await ready('policy-faq', sample);
    find(element, 'whatsapp');
    const ids = visible(element, 'details').map(({ id }) => id);
    element.lang = 'en';
    await until('English', () => element.shadowRoot?.querySelector('.frame[lang="en"]'));
    await settled(element);
    expect(visible(element, 'details').map(({ id }) => id)).to.include.members(ids.slice(0, 1));
    expect(visible(element, 'details').length).to.be.lessThan(deepAll(element, 'details').length);
  });

  it('opens and closes all', async () => {
    const element = await ready('policy-faq', sample);
    const button = deepOne<HTMLButtonElement>(element, '.controls button');
    const open = () =>
      deepAll(element, 'details').filter((each) => (each as HTMLDetailsElement).open).length;
    button.click();
    await settled(element);
    expect(open()).to.equal(deepAll(element, 'details').length);
    expect(button.textContent).to.equal('Alles sluiten');
    button.click();
    await settled(element);
    expect(open()).to.equal(0);
  });

  it('has the field only where there is something to find', async () => {
    const items = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ id: `q${at}`, question: 'Q', answer: 'A' }));
    for (const [count, fields] of [
      [7, 0],
      [8, 1],
    ] as const) {
      const element = await ready(
        'policy-faq',
        withSection({ id: 'f', type: 'faq', title: 'F', items: items(count) }),
      );
      expect(deepAll(element, 'input')).to.have.length(fields);
    }
  });

  it('brings a filtered question back when somebody is led to it', async () => {
    const element = await ready('policy-faq', sample);
    find(element, 'xyzzy');
    const [first] = deepAll(element, 'details');
    expect(await element.reveal(first!.id)).to.equal(true);
    expect(first!.hidden).to.equal(false);
    expect((first as HTMLDetailsElement).open).to.equal(true);
    expect(deepOne<HTMLInputElement>(element, 'input').value).to.equal('');
  });
});

describe('<policy-profiles>', () => {
  afterEach(unmountAll);
  const one = (profile: Draft) =>
    withSection({
      id: 'p',
      type: 'profiles',
      title: 'P',
      items: [
        {
          id: 'p1',
          platform: 'facebook',
          name: 'Wij',
          url: 'https://facebook.example/wij',
          ...profile,
        },
      ],
    });

  it('names each link by profile and platform', async () => {
    const element = await ready('policy-profiles', one({ handle: '@wij' }));
    const link = deepOne<HTMLAnchorElement>(element, '.name a');
    const root = element.shadowRoot!;
    const name = link
      .getAttribute('aria-labelledby')!
      .split(' ')
      .map((id) => root.getElementById(id)?.textContent)
      .join(' ');
    expect(name).to.equal('Wij Facebook');
    expect(link.href).to.equal('https://facebook.example/wij');
  });

  it('sends nobody to a closed account, and says that it is closed', async () => {
    const element = await ready('policy-profiles', one({ state: 'closed' }));
    expect(deepAll(element, '.name a')).to.deep.equal([]);
    expect(textOf(element)).to.contain('Gesloten');
  });

  it('makes no link of an address that is not safe', async () => {
    const element = await ready('policy-profiles', one({ url: 'javascript:alert(1)' }));
    expect(deepAll(element, '.name a')).to.deep.equal([]);
  });

  it('has a neutral mark for a platform it does not know', async () => {
    const element = await ready('policy-profiles', one({ platform: '<b>constructor' }));
    await until('a mark', () => deepAll(element, '.square svg').length);
    expect(textOf(element)).to.contain('<b>constructor');
  });

  for (const platform of ['constructor', '__proto__', 'toString', 'valueOf']) {
    it(`names a platform called ${platform} by what it is called`, async () => {
      const policy = one({ platform });
      const [list] = policy.sections as { items: object[] }[];
      // Enough of them for a choice of platforms to stand above.
      list!.items = Array.from({ length: 30 }, (_, at) => ({
        ...list!.items[0],
        ...{ id: `p-${at}`, platform: at % 2 ? platform : 'facebook' },
      }));
      const element = await ready('policy-profiles', policy);
      await until('a mark', () => deepAll(element, '.square svg').length);
      const shown = textOf(element);
      expect(shown).to.contain(platform.charAt(0).toUpperCase() + platform.slice(1));
      expect(shown).not.to.match(/native code|\[object/);
    });
  }

  it('stays within its width, where a page leaves no room around it', async () => {
    const element = await ready('policy-profiles', sample);
    element.style.setProperty('--policy-padding', '0');
    const frame = deepOne(element, '.frame');
    expect(frame.scrollWidth).to.be.at.most(frame.clientWidth);
  });

  it('filters by platform and language, and finds by typing', async () => {
    const element = await ready('policy-profiles', sample);
    const platform = deepOne<HTMLSelectElement>(element, '#platform');
    platform.value = 'facebook';
    platform.dispatchEvent(new Event('change', { bubbles: true }));
    const facebook = visible(element, '.profile').length;
    expect(facebook).to.be.within(1, deepAll(element, '.profile').length - 1);
    const language = deepOne<HTMLSelectElement>(element, '#language');
    language.value = 'fr';
    language.dispatchEvent(new Event('change', { bubbles: true }));
    expect(visible(element, '.profile').length).to.be.at.most(facebook);
    expect(deepOne(element, '.status').textContent).to.match(/^\d+ van 15$/);
    type(deepOne<HTMLInputElement>(element, '#account'), 'xyzzy noppes');
    expect(visible(element, '.profile')).to.deep.equal([]);
    expect(visible(element, '.group')).to.deep.equal([]);
  });

  const ANSWERS: [string, string, RegExp][] = [
    [
      'https://m.facebook.com/elzenbrug.example?ref=x',
      'ours',
      /Ja, dit is van ons:.*Zorggroep Elzenbrug \(Facebook\)/,
    ],
    ['x.com/elzenbrug_example', 'closed', /gesloten/],
    [
      'https://facebook.com/elzenbrug.example.officieel',
      'look-alike',
      /lijkt een profiel van ons, maar is het niet.*lijkt sterk op/,
    ],
    ['https://facebook.com/еlzenbrug.example', 'look-alike', /letters verschillen/],
    ['facebook.com/bakkerij', 'unknown', /niet van ons/],
    ['@elzenbrug', 'ours', /alleen hier; elders is het niet van ons:.*Mastodon/],
    ['een bakker', 'unreadable', /geen adres/],
  ];
  for (const [input, verdict, words] of ANSWERS) {
    it(`says that ${input} is ${verdict}`, async () => {
      const element = await ready('policy-profiles', sample);
      deepOne<HTMLInputElement>(element, '#account').value = input;
      deepOne<HTMLButtonElement>(element, '.account button').click();
      await until('the answer', () => deepAll(element, '.verdict').length);
      expect(deepOne(element, '.verdict').classList.contains(verdict)).to.equal(true);
      expect(textOf(deepOne(element, '.verdict')).replace(/\s+/g, ' ')).to.match(words);
    });
  }

  describe('have one field that finds and judges', () => {
    const field = (element: Element) => deepOne<HTMLInputElement>(element, '#account');
    const verdict = (element: Element) =>
      deepAll(element, '.verdict').map(({ className }) => className);

    it('judges an address as soon as it is pasted, and leaves the list alone', async () => {
      const element = await ready('policy-profiles', sample);
      type(field(element), 'https://www.instagram.com/elzenbrug.example/');
      await until('the verdict', () => verdict(element).length);
      expect(verdict(element)).to.deep.equal(['verdict ours']);
      expect(visible(element, '.profile')).to.have.length(15);
    });

    it('looks for a plain word in the list, by platform, and says nothing of an account', async () => {
      const element = await ready('policy-profiles', sample);
      type(field(element), 'facebook');
      expect(visible(element, '.profile')).to.have.length(3);
      expect(visible(element, '.group')).to.have.length(1);
      deepOne<HTMLButtonElement>(element, '.account button').click();
      await settled(element);
      expect(verdict(element)).to.deep.equal([]);
      type(field(element), '');
      expect(visible(element, '.group').length).to.be.greaterThan(5);
    });

    it('takes a word that is not in the list for a handle, and names whom to ask', async () => {
      const element = await ready('policy-profiles', sample);
      type(field(element), 'elzenbrug.exampIe');
      await until('the verdict', () => verdict(element).length);
      expect(verdict(element)).to.deep.equal(['verdict look-alike']);
      type(field(element), '@bakkerij');
      await until('another verdict', () => verdict(element)[0]?.includes('unknown'));
      expect(textOf(deepOne(element, '.verdict'))).to.match(/vraag het dan aan: .+@/s);
      expect(visible(element, '.profile')).to.have.length(15);
    });

    it('forgets a verdict when something else is typed', async () => {
      const element = await ready('policy-profiles', sample);
      type(field(element), '@bakkerij');
      await until('the verdict', () => verdict(element).length);
      type(field(element), 'linkedin');
      await settled(element);
      expect(verdict(element)).to.deep.equal([]);
      expect(visible(element, '.profile')).to.have.length(1);
    });
  });
});
