import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { PolicyProblemEvent } from '../../src/events.js';
import sample from '../../stories/policies/sample.json';
import { unmountAll, until } from '../support/page.js';
import { loadReader } from '../../src/policy/parser.js';

/** The words of a problem that the attribute gives, and what the console says of it. */
async function problem(
  tag: string,
  attributes: Record<string, string>,
): Promise<{ codes: string[]; text: string }> {
  await loadReader();
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const seen: PolicyProblemEvent[] = [];
  element.addEventListener('policy-problem', (event) => seen.push(event));
  const warned: string[] = [];
  const { warn } = console;
  console.warn = (text: string) => warned.push(text);
  try {
    Object.assign(element, { policy: sample });
    document.body.append(element);
    await until('the warning', () => warned.some((text) => text.startsWith('<policy-')));
    const told = warned.filter((text) => text.startsWith('<policy-'));
    const found = seen.filter(({ code }) => code.startsWith('unknown-'));
    expect(found.map(({ cause }) => (cause as Error).message)).to.deep.equal(told);
    return { codes: found.map(({ code }) => code), text: told.join('\n') };
  } finally {
    console.warn = warn;
    element.remove();
  }
}

const CASES: readonly [tag: string, attribute: string, value: string, meant: string | undefined][] =
  [
    ['policy-viewer', 'hide', 'inhoud', 'contents'],
    ['policy-viewer', 'hide', 'Contents', 'contents'],
    ['policy-viewer', 'hide', 'zoeken', 'search'],
    ['policy-viewer', 'hide', 'acknowledgment', 'acknowledgement'],
    ['policy-viewer', 'hide', 'langues', 'languages'],
    ['policy-viewer', 'hide', 'contents,search', undefined],
    ['policy-viewer', 'hide', 'constructor', undefined],
    ['policy-viewer', 'sections', 'richtlijnen', 'guidelines'],
    ['policy-viewer', 'sections', 'guideline', 'guidelines'],
    ['policy-viewer', 'sections', '__proto__', undefined],
    ['policy-viewer', 'reading', 'alles', 'all'],
    ['policy-viewer', 'reading', 'short', 'core'],
    ['policy-viewer', 'audience', 'burgers', undefined],
    ['policy-viewer', 'audience', 'volunteer', 'volunteers'],
    ['policy-viewer', 'audience', 'vrijwilligers', 'volunteers'],
    ['policy-faq', 'audience', 'employee', 'employees'],
    ['policy-viewer', 'lang', 'nederlands', 'nl'],
    ['policy-viewer', 'lang', 'dutch', 'nl'],
    ['policy-rules', 'lang', 'pl', undefined],
    ['policy-viewer', 'heading-level', 'h2', undefined],
    ['policy-viewer', 'heading-level', '7', undefined],
    ['policy-viewer', 'links', 'router', 'route'],
    ['policy-text', 'section', 'wellbieng', 'wellbeing'],
    ['policy-text', 'section', 'rules', undefined],
  ];

describe('a word in an attribute that means nothing', () => {
  afterEach(unmountAll);

  for (const [tag, attribute, value, meant] of CASES) {
    it(`is told: <${tag} ${attribute}="${value}">`, async () => {
      const { codes, text } = await problem(tag, { [attribute]: value });
      expect(codes).to.include('unknown-word');
      expect(text).to.contain(`<${tag} ${attribute}>: "`);
      if (meant) expect(text).to.contain(`Did you mean "${meant}"?`);
      else expect(text).not.to.contain('Did you mean');
    });
  }

  for (const [wrong, right] of [
    ['headinglevel', 'heading-level'],
    ['heading_level', 'heading-level'],
    ['audiences', 'audience'],
    ['knownversion', 'known-version'],
    ['langue', 'lang'],
  ])
    it(`is told of an attribute: ${wrong}`, async () => {
      const { codes, text } = await problem('policy-viewer', { [wrong!]: 'x' });
      expect(codes).to.deep.equal(['unknown-attribute']);
      expect(text).to.contain(`Did you mean "${right}"?`);
    });

  it('is not found where there is none', async () => {
    const { text } = await problem('policy-viewer', {
      hide: ' title  contents search languages audiences print changes acknowledgement ',
      sections: 'rules faq quiz wellbeing',
      audience: 'employees volunteers',
      lang: 'nl-BE',
      'heading-level': '3',
      'data-theme': 'x',
      translate: 'no',
      loading: 'lazy',
      links: 'none',
      known: 'no attribute of ours, and near none',
      sectoins: 'the one that is told',
    });
    expect(text.split('\n').length, text).to.equal(1);
  });
});
