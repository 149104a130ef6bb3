import { expect } from '@open-wc/testing';
import { html, nothing, render } from 'lit';
import { loadPlatformMarks, platformMark } from '../../src/icons/icon.js';
import { readIconBlocks, registerIcon } from '../../src/icons/own-icons.js';
import { registeredIcon } from '../../src/icons/registered-icon.js';

const pathOf = (drawn: unknown): string | null | undefined => {
  const place = document.createElement('div');
  render(html`${drawn}`, place);
  return place.querySelector('path')?.getAttribute('d');
};

describe('icons of the host’s own', () => {
  const told: unknown[] = [];
  const { warn } = console;
  beforeEach(() => {
    told.length = 0;
    console.warn = (...words: unknown[]) => told.push(words.join(' '));
  });
  afterEach(() => {
    console.warn = warn;
    document.querySelector('script[data-policy-icons]')?.remove();
  });

  it('mark a platform, one of ours too, whether they come before the marks or after', async () => {
    registerIcon('Viva Engage', 'M1 1h22');
    registerIcon('linkedin', 'M2 2h20');
    await loadPlatformMarks();
    registerIcon('later', 'M3 3h18');
    expect(pathOf(platformMark('viva engage'))).to.equal('M1 1h22');
    expect(pathOf(platformMark('LinkedIn'))).to.equal('M2 2h20');
    expect(pathOf(platformMark('later'))).to.equal('M3 3h18');
    expect(pathOf(platformMark('facebook'))).to.match(/^M9/);
    expect(pathOf(platformMark('constructor'))).not.to.equal(undefined);
  });

  it('stand in templates of its own', () => {
    registerIcon('roster', 'M4 5h16');
    expect(pathOf(registeredIcon('Roster'))).to.equal('M4 5h16');
    expect(registeredIcon('nobody knows')).to.equal(nothing);
    expect(registeredIcon('__proto__')).to.equal(nothing);
  });

  it('are read from a block in the page, and what is none is told', () => {
    const block = document.createElement('script');
    block.type = 'application/json';
    block.dataset['policyIcons'] = '';
    block.textContent = '{ "house": "M4 4h16", "bad": "url(#x)" }';
    document.head.append(block);
    readIconBlocks();
    expect(pathOf(registeredIcon('house'))).to.equal('M4 4h16');
    expect(registeredIcon('bad')).to.equal(nothing);
    block.textContent = 'not JSON';
    readIconBlocks();
    expect(told).to.have.length(2);
  });
});
