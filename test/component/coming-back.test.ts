import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { PolicyViewer } from '../../src/elements/policy-viewer/policy-viewer.js';
import sample from '../../stories/policies/sample.json';
import { deepAll, mount, settled, textOf, unmountAll, until } from '../support/page.js';

let frame: HTMLIFrameElement | undefined;

/** A page of its own, whose policy comes so many milliseconds late. */
async function open(query: string): Promise<void> {
  frame = document.createElement('iframe');
  frame.style.cssText = 'width: 800px; height: 500px';
  frame.src = `/test/support/place.html?${query}`;
  document.body.append(frame);
  await drawn();
}

const page = () => frame!.contentWindow!;
const viewer = () => page().document.querySelector<PolicyViewer>('policy-viewer')!;
const drawn = () => until('the sections', () => page().document.body.scrollHeight > 5000);

async function reload(): Promise<void> {
  (page() as unknown as { old: boolean }).old = true;
  page().location.reload();
  await until('another page', () => !('old' in page()));
  await drawn();
}

const rests = (wanted: number) => until('the place', () => Math.abs(page().scrollY - wanted) < 30);

describe('a page that is come back to', function () {
  this.timeout(60_000);
  afterEach(() => {
    frame?.remove();
    sessionStorage.clear();
    unmountAll();
  });

  for (const ms of [0, 150, 600])
    it(`is where it was after a reload, with a policy that takes ${ms} ms`, async () => {
      await open(`ms=${ms}`);
      page().scrollTo(0, 3210);
      await reload();
      await rests(3210);
    });

  it('is where it was, and not where its address leads, after a reload', async () => {
    await open('ms=150');
    page().location.hash = '#social-media/rules';
    await until('the rules', () => page().scrollY > 1000);
    // The item is held for some frames: nobody scrolls on sooner.
    await new Promise((resolve) => setTimeout(resolve, 300));
    page().scrollTo(0, 1234);
    await reload();
    await rests(1234);
  });

  it('is where it was after going on and back', async () => {
    await open('ms=150');
    page().scrollTo(0, 2222);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = page().location.href;
    page().location.href = '/test/support/place.html?ms=150&other';
    await until('the other page', () => page().location.href !== before);
    await drawn();
    history.back();
    await until('the first page', () => page().location.href === before);
    await drawn();
    await rests(2222);
  });

  it('is in the language that the reader chose', async () => {
    await open('ms=150');
    const french = () => viewer().shadowRoot!.querySelector<HTMLElement>('button[lang=fr]')!;
    await until('the choice', french);
    french().click();
    await until('French', () => viewer().lang === 'fr');
    await reload();
    await until('French again', () => viewer().lang === 'fr');
    await until('its words', () => viewer().shadowRoot!.querySelector('.frame[lang=fr]'));
  });

  it('is in its own language where it is another page than the one chosen on', async () => {
    sessionStorage.setItem(`policy-elements:language:${sample.id}`, 'fr>en');
    const nl = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    expect(nl.lang).to.equal('nl');
    const fr = await mount('policy-viewer', { policy: sample, lang: 'fr' });
    await until('the choice', () => fr.lang === 'en');
  });
});

describe('a page that the browser translated', () => {
  afterEach(() => {
    unmountAll();
    sessionStorage.clear();
  });

  /** As browsers do: each text goes, and stands translated in elements of theirs. */
  function translate(root: ParentNode): void {
    for (const element of deepAll(root as Element, '*'))
      for (const node of [...element.childNodes]) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent!.trim()) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = 'tradotto';
        outer.append(inner);
        node.replaceWith(outer);
      }
  }

  it('is in the language that is chosen then', async () => {
    const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
    await until('the sections', () => deepAll(viewer, '.link-mark').length > 30);
    await settled(viewer);
    translate(viewer);
    expect(textOf(viewer)).to.contain('tradotto');
    (deepAll(viewer, 'button[lang=en]')[0] as HTMLButtonElement).click();
    await until('English', () => deepAll(viewer, 'h2')[0]?.textContent?.includes(sample.title.en));
    await settled(viewer);
    await until('no other text', () => !textOf(viewer).includes('tradotto'));
  });
});

describe('a quiz on a phone', () => {
  afterEach(unmountAll);

  it('keeps in view what was pressed', async () => {
    const quiz = await mount('policy-quiz', { policy: sample, lang: 'nl' });
    quiz.style.cssText = 'display: block; width: 360px; margin-block: 900px';
    const options = () =>
      deepAll(
        quiz,
        '.question:not([hidden]) .options button, .question:not([hidden]) .options input',
      );
    await until('the question', () => options().length);
    const pressed = options()[0]!;
    pressed.scrollIntoView({ block: 'center' });
    const row = pressed.closest('li')!;
    pressed.click();
    await until(
      'the explanation',
      () => deepAll(quiz, '.question:not([hidden]) .explanation:not([hidden])').length,
    );
    await settled(quiz);
    const { top, bottom } = row.getBoundingClientRect();
    expect(top).to.be.at.least(-1);
    expect(bottom).to.be.at.most(innerHeight + 1);
  });
});
