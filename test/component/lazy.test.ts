import { expect } from '@open-wc/testing';
import '../../src/define/policy-viewer.js';
import sample from '../../stories/policies/sample.json';
import { showSectionsWith } from '../../src/sections.js';
import { minimal } from '../support/drafts.js';
import { deepAll, deepOne, mount, textOf, unmountAll, until } from '../support/page.js';

describe('elements that come later', () => {
  afterEach(unmountAll);

  it('are fetched for a policy that has something for them, and take their place', async () => {
    expect(customElements.get('policy-quiz')).to.equal(undefined);
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    await until('the quiz', () => deepAll(deepOne(viewer, 'policy-quiz'), '.section-title').length);
    await until('all of them', () => deepAll(viewer, ':not(:defined)').length === 0);
    expect(textOf(viewer)).to.contain('Test jezelf');
  });

  it('are waited for by an address that leads to one of them', async () => {
    location.hash = 'social-media/contacts';
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    await until(
      'the contacts',
      () => Math.abs(deepOne(viewer, 'policy-contacts').getBoundingClientRect().top) < 200,
    );
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('leave the rest as it is where one never comes', async () => {
    showSectionsWith('weather', 'policy-never-defined');
    const draft = minimal();
    draft.sections.push({ id: 'w', type: 'weather', title: 'Weer' });
    const viewer = await mount('policy-viewer', { policy: draft, lang: 'nl' });
    await until('the others', () => textOf(viewer).includes('Daarom.'));
  });
});
