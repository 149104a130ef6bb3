import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { PolicyViewer } from '../../src/index.js';
import { loadReader } from '../../src/policy/parser.js';
import broken from '../../stories/policies/broken.json';
import sample from '../../stories/policies/sample.json';
import { unmountAll, until } from '../support/page.js';

/** What the console is told while this runs. */
async function told(act: (said: string[]) => Promise<void>): Promise<string[]> {
  const said: string[] = [];
  const { warn, error } = console;
  console.warn = console.error = (text: string) => said.push(text);
  try {
    await act(said);
  } finally {
    Object.assign(console, { warn, error });
  }
  return said;
}

/** Time that passes at once. */
async function afterPatience(act: () => Promise<void>): Promise<void> {
  const { setTimeout: real } = window;
  window.setTimeout = ((call: () => void, after = 0) =>
    real(call, after === 5000 ? 50 : after)) as typeof setTimeout;
  try {
    await act();
  } finally {
    window.setTimeout = real;
  }
}

const mount = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element;
};

const textOf = (element: HTMLElement): string => element.shadowRoot?.textContent ?? '';

describe('what a developer is told', () => {
  afterEach(unmountAll);

  for (const tag of ['policy-viewer', 'policy-faq', 'policy-notice'] as const)
    it(`an element without a policy says so in its place, and what it needs: ${tag}`, async () => {
      const said = await told((lines) =>
        afterPatience(async () => {
          const element = mount(tag, { lang: 'nl' });
          await until('the console', () => lines.length > 0);
          await until('the place', () => /het adres hoort in src/.test(textOf(element)));
          element.remove();
          document.body.append(element);
          await new Promise((resolve) => setTimeout(resolve, 150));
          element.remove();
        }),
      );
      expect(said).to.have.length(1);
      expect(said[0]).to.contain(`<${tag} src="/policy.json">`);
    });

  it('nothing where the policy comes a while after', async () => {
    const said = await told(() =>
      afterPatience(async () => {
        const element = mount('policy-faq');
        await element.updateComplete;
        Object.assign(element, { policy: sample });
        await until('the policy', () => textOf(element).length > 500);
        await new Promise((resolve) => setTimeout(resolve, 150));
        element.remove();
      }),
    );
    expect(said).to.deep.equal([]);
  });

  it('a policy that comes after that takes the place of the note', async () => {
    await told(() =>
      afterPatience(async () => {
        const element = mount('policy-faq', { lang: 'en' });
        await until('the note', () => /goes into src/.test(textOf(element)));
        Object.assign(element, { policy: sample });
        await until('the policy', () => textOf(element).length > 500);
        expect(textOf(element)).not.to.match(/goes into src/);
        element.remove();
      }),
    );
  });

  it('what is wrong in a policy, with the places, once for all elements', async () => {
    await loadReader();
    const said = await told(async (lines) => {
      const elements = [mount('policy-rules'), mount('policy-faq'), mount('policy-viewer')];
      for (const each of elements) Object.assign(each, { policy: broken });
      await until('the console', () => lines.length > 0);
      await new Promise((resolve) => setTimeout(resolve, 150));
      for (const each of elements) each.remove();
    });
    const about = said.filter((each) => /left out/.test(each));
    expect(about).to.have.length(1);
    expect(about[0]).to.match(/^policy-elements: \d+ faults in /);
    expect(about[0]).to.match(/\n {2}\/sections\/\d\S*: “.*” .+\./);
  });

  it('a send that is no function, as soon as it is set', async () => {
    const said = await told(async (lines) => {
      const viewer = mount('policy-viewer') as PolicyViewer;
      Object.assign(viewer, { policy: sample, send: '/api/records' });
      await until('the console', () => lines.some((each) => /"send"/.test(each)));
      viewer.remove();
    });
    expect(said.find((each) => /"send"/.test(each))).to.contain(
      'has to be a function, and is "/api/records"',
    );
  });

  for (const name of ['send', 'headers', 'policy'])
    it(`an attribute that is a property: ${name}`, async () => {
      const said = await told(async (lines) => {
        const element = mount('policy-faq', { [name]: 'x' });
        if (name === 'policy') element.setAttribute('src', '#none');
        Object.assign(element, { policy: sample });
        await until('the console', () => lines.some((each) => each.includes(`"${name}"`)));
        element.remove();
      });
      expect(said.join()).to.contain(`"${name}" is a property, to be set by a script`);
    });
});
