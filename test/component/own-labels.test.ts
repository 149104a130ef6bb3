import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { setLabels, type OwnLabels } from '../../src/index.js';
import { LABELS, PLURALS } from '../../src/localization/generated/label-names.js';
import { label } from '../../src/localization/locales.js';
import { minimal } from '../support/drafts.js';
import { deepOne, mount, unmountAll, until } from '../support/page.js';

const untyped = (labels: object) => labels as OwnLabels;
const policyIn = (...languages: string[]) => ({ ...minimal(), languages });
const textOf = (element: Element, selector: string) =>
  deepOne(element, selector).textContent?.replace(/\s+/g, ' ').trim();
const frameOf = (element: Element) => deepOne(element, '.frame');

function block(lang: string, text: string): void {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.lang = lang;
  script.setAttribute('data-policy-labels', '');
  script.textContent = text;
  document.head.append(script);
}

describe('words of a host’s own', () => {
  const warn = console.warn;
  let told: string[] = [];

  beforeEach(() => {
    told = [];
    console.warn = (...words: unknown[]) => void told.push(words.map(String).join(' '));
  });
  afterEach(() => {
    console.warn = warn;
    unmountAll();
    for (const each of document.querySelectorAll('script[data-policy-labels]')) each.remove();
  });

  const form = async (lang: string) => {
    const policy = {
      ...policyIn('nl', 'fr', 'en'),
      acknowledgement: { statement: 'Ik volg dit.' },
    };
    const element = await mount('policy-acknowledgement', { policy, lang });
    await until('the form', () => deepOne(element, '.button.primary'));
    return element;
  };

  it('are said by elements that come after them', async () => {
    await setLabels('fr', { 'ack-confirm': 'J’ai lu' });
    expect(textOf(await form('fr'), '.button.primary')).to.equal('J’ai lu');
    expect(told).to.deep.equal([]);
  });

  it('are said by elements that are there, in that language only', async () => {
    const [dutch, english] = [await form('nl'), await form('en')];
    expect(textOf(dutch, '.button.primary')).to.equal('Bevestigen');
    await setLabels('NL', { 'ack-confirm': 'Gelezen' });
    await until('the new word', () => textOf(dutch, '.button.primary') === 'Gelezen');
    expect(textOf(english, '.button.primary')).to.equal('Confirm');
  });

  it('come one after the other: the last one counts, the others stay', async () => {
    void setLabels('en', { 'ack-confirm': 'One', 'ack-heading': 'Sign here' });
    await setLabels('en', { 'ack-confirm': 'Two' });
    const english = await form('en');
    expect(textOf(english, '.button.primary')).to.equal('Two');
    expect(textOf(english, 'h2')).to.equal('Sign here');
  });

  it('hold values by their names, and are plain text', async () => {
    await setLabels('en', { 'no-sections': '<b>Nothing</b>', 'only-in': 'in {language}, sorry' });
    const viewer = await mount('policy-viewer', {
      policy: { ...policyIn('nl', 'en'), sections: [] },
      lang: 'en',
    });
    await until('the words', () => viewer.shadowRoot!.textContent?.includes('<b>Nothing</b>'));
    expect(viewer.shadowRoot!.textContent).to.contain('in Dutch, sorry');
  });

  it('stand in the page, for who writes no script', async () => {
    block('en', '{ "section-absent": "Not for you." }');
    const faq = await mount('policy-faq', { policy: policyIn('en'), lang: 'en' });
    await until('the words', () => textOf(faq, '.empty') === 'Not for you.');
  });

  it('that are no JSON are told of, and change nothing', async () => {
    block('en', '{ oops');
    const faq = await mount('policy-text', { policy: policyIn('en'), lang: 'en' });
    await until('the console', () => told.some((each) => each.includes('are not used')));
    expect(frameOf(faq).lang).to.equal('en');
  });

  it('are told of where there is no such label, value or form', async () => {
    const wrong = {
      'ack-confrim': 'A',
      'ack-confirm': { one: 'A' },
      'only-in': '{day}',
      'no-sections': '{day}',
      gap: { some: 'A' },
      constructor: 'A',
    };
    await setLabels('nl', untyped(wrong));
    expect(told).to.deep.equal([
      [
        'policy-elements: labels for "nl"',
        'There is no label "ack-confrim". Did you mean "ack-confirm"?',
        '"ack-confirm" takes a text.',
        '"only-in" has no value {day}. It has {language}.',
        '"no-sections" has no value {day}. It has no values.',
        '"gap" has no form "some".',
        'There is no label "constructor".',
      ].join('\n'),
    ]);
  });

  it('want a language, and say how it is given', async () => {
    await setLabels('', { 'ack-confirm': 'A' });
    expect(told.join()).to.match(/not used.*data-policy-labels lang="nl"/s);
  });

  it('bring a language, with the forms it counts by; what they lack is listed', async () => {
    const all = Object.fromEntries(Object.keys(LABELS).map((id) => [id, `¶${id}`]));
    delete all['print'];
    for (const id of PLURALS) all[id] = '¶';
    const forms = { one: '{number} wynik', few: '{number} wyniki', other: '{number} wyników' };
    delete all['gap'];
    await setLabels(
      'pl',
      untyped({ ...all, 'left-out': '¶', 'search-results': forms, gap: { other: '¶' } }),
    );
    expect(told).to.deep.equal(['policy-elements: labels for "pl"\nThese stay English: print.']);
    const results = { strTag: true as const, strings: ['', ' results'] as never, values: ['3'] };
    const said = (form: string) => label('pl', form, results, { id: 'search-results.other' });
    expect(['one', 'few', 'many'].map(said)).to.deep.equal(['3 wynik', '3 wyniki', '3 wyników']);
    const faq = await mount('policy-faq', { policy: policyIn('pl'), lang: 'pl' });
    expect(frameOf(faq).lang).to.equal('pl');
    expect(textOf(faq, '.empty')).to.equal('¶section-absent');
  });

  it('of a region are those of its language where they say nothing', async () => {
    await setLabels('nl-BE', { 'section-absent': 'Niet voor u.' });
    const flemish = await mount('policy-faq', { policy: policyIn('nl'), lang: 'nl-BE' });
    expect(textOf(flemish, '.empty')).to.equal('Niet voor u.');
    expect(told).to.deep.equal([]);
    const other = await mount('policy-faq', { policy: policyIn('nl'), lang: 'nl-NL' });
    expect(textOf(other, '.empty')).not.to.equal('Niet voor u.');
  });

  it('are asked for, once, where a policy is in a language without labels', async () => {
    const policy = policyIn('cs', 'fr');
    for (const tag of ['policy-faq', 'policy-quiz'] as const) {
      const element = await mount(tag, { policy, lang: 'cs' });
      await until('labels of the other language', () => frameOf(element).lang === 'fr');
    }
    expect(told.filter((each) => each.includes('no labels in "cs"')).length).to.equal(1);
    const alone = await mount('policy-faq', { policy: policyIn('is'), lang: 'is' });
    expect(frameOf(alone).lang).to.equal('en');
    expect(told.filter((each) => each.includes('no labels in "is"')).length).to.equal(1);
  });
});
