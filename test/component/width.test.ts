import { expect } from '@open-wc/testing';
import '../../src/define.js';
import sample from '../../stories/policies/sample.json';
import { deepAll, mount, settled, unmountAll, until } from '../support/page.js';

/** What reaches beyond a box, but for what scrolls within itself or is there for the ear only. */
function beyond(element: HTMLElement): string[] {
  const { left, right } = element.getBoundingClientRect();
  return deepAll(element, '*').flatMap((each) => {
    if (each.closest('svg, .visually-hidden, .table, pre, [hidden], thead')) return [];
    const box = each.getBoundingClientRect();
    const out = box.width > 1 && (box.right > right + 1 || box.left < left - 1);
    return out ? [`${each.localName}.${each.className} ${Math.round(box.right - right)}`] : [];
  });
}

describe('in any width', () => {
  afterEach(unmountAll);

  for (const [width, size] of [
    [288, 16],
    [256, 32],
    [500, 16],
    [736, 16],
    [736, 32],
    [1100, 16],
  ] as const) {
    it(`a viewer of ${width} px with text of ${size} px keeps to its place`, async () => {
      const viewer = await mount('policy-viewer', { policy: sample, lang: 'nl' });
      viewer.style.cssText = `width: ${width}px; font-size: ${size}px; content-visibility: visible`;
      await until('the sections', () => deepAll(viewer, '.link-mark').length > 30);
      await settled(viewer);
      deepAll(viewer, '.who summary')[0]!.click();
      await settled(viewer);
      expect(beyond(viewer)).to.deep.equal([]);
    });
  }
});
