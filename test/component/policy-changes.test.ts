import { expect } from '@open-wc/testing';
import '../../src/define.js';
import sample from '../../stories/policies/sample.json';
import earlier from '../../stories/policies/sample-3.0.json';
import { minimal } from '../support/drafts.js';
import { deepAll, mount, settled, textOf, unmountAll, until } from '../support/page.js';
import { everyElement } from '../suites.js';

const shown = async (properties: object, lang = 'nl') => {
  const element = await mount('policy-changes', { policy: sample, lang, ...properties });
  await until('something', () => textOf(element).trim().length > 20);
  await settled(element);
  return element;
};
const squeezed = (element: Element) => textOf(element).replace(/\s+/g, ' ');

everyElement('policy-changes', { knownVersion: '2.0' });

describe('<policy-changes>', () => {
  afterEach(unmountAll);

  it('tells what is new, changed and gone, and marks the words', async () => {
    const element = await shown({ earlier });
    await until('the groups', () => deepAll(element, '.group').length);
    const text = squeezed(element);
    expect(text).to.contain('Wat er veranderd is sinds versie 3.0');
    expect(text).to.match(/Nieuw .*Mag ik AI/);
    expect(text).to.match(/Geschrapt .*Foto’s van Elzenbrug/);
    const added = deepAll(element, 'ins').map((each) => each.textContent);
    expect(added.join(' ')).to.contain('tweestapsverificatie');
    expect(added.join(' ')).to.contain('toegevoegd:');
  });

  it('keeps apart what only reads better or moved', async () => {
    const element = await shown({ earlier }, 'fr');
    await until('the groups', () => deepAll(element, '.group').length);
    const editorial = deepAll(element, '.editorial')[0]!;
    expect(textOf(editorial)).to.contain('Respectez vos collègues');
    expect(textOf(editorial)).to.contain('Déplacé');
    const material = squeezed(element).split('Reformulé')[0]!;
    expect(material).not.to.contain('Respectez vos collègues');
  });

  it('loads the version a reader knows by the address in the history', async () => {
    const policy = structuredClone(sample) as { history: { version: string; src?: string }[] };
    policy.history.find(({ version }) => version === '3.0')!.src = '/moods/earlier';
    const element = await shown({ policy, knownVersion: '3.0' });
    await until('the differences', () => deepAll(element, 'ins').length);
  });

  it('tells what the history does, where the text of that version is not at hand', async () => {
    const text = squeezed(await shown({ knownVersion: '2.1' }));
    expect(text).to.contain('Volledig herschreven');
    expect(text).not.to.contain('TikTok en WhatsApp toegevoegd');
    expect(text).to.contain('niet woord voor woord');
  });

  it('says that nothing has changed', async () => {
    expect(squeezed(await shown({ knownVersion: '3.1' }))).to.contain('Er is niets veranderd.');
    const element = await shown({ earlier: sample });
    await until('the answer', () => squeezed(element).includes('Er is niets veranderd.'));
  });

  it('stands first in the viewer for who knows an older version, and only then', async () => {
    for (const [knownVersion, count] of [
      ['3.0', 1],
      ['3.1', 0],
      [undefined, 0],
    ] as const) {
      const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl', knownVersion });
      await until('the labels', () =>
        viewer.shadowRoot?.querySelector('.frame[lang="nl"] .content'),
      );
      expect(deepAll(viewer, 'policy-changes')).to.have.length(count);
    }
    const hidden = await mount('policy-viewer', {
      policy: minimal(),
      lang: 'nl',
      knownVersion: '0.9',
      hide: 'changes',
    });
    expect(deepAll(hidden, 'policy-changes')).to.deep.equal([]);
  });
});
