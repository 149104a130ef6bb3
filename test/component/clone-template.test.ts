import { expect } from '@esm-bundle/chai';
import { html, nothing, render, type TemplateResult } from 'lit';
import { icon } from '../../src/icons/icon.js';
import * as SHAPES from '../../src/icons/shapes.js';
import { morph } from '../../src/rendering/dom-morph.js';
import { cloneTemplate } from '../../src/rendering/clone-template.js';
import { staticList } from '../../src/rendering/static-list.js';
import { dynamicTag } from '../../src/rendering/dynamic-tag.js';
import { sized } from '../../src/elements/shared/intrinsic-size.js';

/** What Lit makes of a value, without its comments. */
function byLit(value: unknown): string {
  const root = document.createElement('div');
  render(value, root);
  return root.innerHTML.replace(/<!--[^]*?-->/g, '');
}

function clonedHtml(value: unknown): string {
  const root = document.createElement('div');
  cloneTemplate(value, root);
  return root.innerHTML;
}

const VALUES: Record<string, unknown> = {
  'a text': 'a < b & "c"',
  'an empty text': '',
  'a number': 0,
  nothing,
  'undefined ': undefined,
  'a list': ['a', nothing, html`<b>${'c'}</b>`, [html`<i>d</i>`, 'e']],
  'an empty list': [],
  'a template': html`<p>${'x'}</p>`,
  'texts around': html`<p>a ${'b'} c ${nothing} d</p>`,
  'several roots': html`<i>${1}</i> and <b>${2}</b>`,
  'only a text': html`${'alone'}`,
  attributes: html`<a href=${'#a'} class="one ${'two'} ${'three'}" title=${nothing}>${'x'}</a>`,
  'an attribute with a mark': html`<a title=${'a > b <c> "d"'} lang=${''}>${'x'}</a>`,
  'attributes that are there or not': html`<input ?checked=${true} ?disabled=${false} />`,
  'values after an attribute': html`<p id="${'a'}--b"><span>${'c'}</span>${'d'}<i lang=${'nl'}>${'e'}</i></p>`,
  'a table': html`<table><tbody>${[1, 2].map((row) => html`<tr><td>${row}</td></tr>`)}</tbody></table>`,
  'a shape': icon(SHAPES.check),
  'a name of an element': dynamicTag('h3')`<$ class=${'title'}>${'x'}</$>`,
  'templates within templates': html`<ul>${[1, 2].map((at) => html`<li id="i${at}"><a href="#i${at}">${at}</a> ${at > 1 ? html`<em>${'big'}</em>` : nothing}</li>`)}</ul>`,
};

describe('cloning templates', () => {
  for (const [name, value] of Object.entries(VALUES)) {
    it(`makes what Lit makes of ${name}`, () => {
      expect(clonedHtml(value)).to.equal(byLit(value));
      // The template is known by now.
      expect(clonedHtml(value)).to.equal(byLit(value));
    });
  }

  it('leaves no comment, and no text without a letter', () => {
    const root = document.createElement('div');
    cloneTemplate(VALUES['templates within templates'], root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) expect(walker.currentNode.nodeValue).to.not.equal('');
  });

  it('takes no text for HTML', () => {
    const text = '<img src=x onerror="globalThis.hit = 1"><!--policy-slot-->policy-slot';
    expect(clonedHtml(html`<p title=${text}>${text}</p>`)).to.equal(
      byLit(html`<p title=${text}>${text}</p>`),
    );
    const root = document.createElement('div');
    cloneTemplate(html`<p title=${text}>${text}</p>`, root);
    expect(root.textContent).to.equal(text);
    expect(root.querySelector('img')).to.equal(null);
  });

  it('has directives on elements do what they do', () => {
    const root = document.createElement('ul');
    cloneTemplate(html`<li ${sized(7, 'a')} id=${'a'}>${'x'}</li>`, root);
    const item = root.firstChild as HTMLElement;
    expect(item.style.getPropertyValue('--_letters')).to.equal('7');
    expect(item.id).to.equal('a');
  });

  it('refuses what would be lost', () => {
    const draw = (value: unknown) => () => clonedHtml(value);
    expect(draw(html`<a @click=${() => undefined}>x</a>`)).to.throw('@click is for Lit');
    expect(draw(html`<a .title=${'x'}>x</a>`)).to.throw('.title is for Lit');
    expect(draw({ toString: 'hostile' })).to.throw(TypeError);
  });
});

describe('changing what was cloned', () => {
  const parent = document.createElement('ul');
  const draw = (value: unknown) => {
    const fresh = document.createElement('div');
    cloneTemplate(value, fresh);
    const wanted = fresh.innerHTML;
    morph(parent, parent.firstChild, null, fresh);
    expect(parent.innerHTML.replace(/ (open|hidden)=""/g, '')).to.equal(wanted);
  };
  const entry = (id: string, text: string, more: unknown = nothing): TemplateResult =>
    html`<li id=${id}><details><summary>${text}</summary><p>a <b>${text}</b> ${more}</p></details></li>`;
  const child = (id: string) => parent.querySelector<HTMLElement>(`#${id}`)!;

  beforeEach(() => {
    document.body.append(parent);
    parent.replaceChildren();
    draw([entry('a', 'one'), entry('b', 'two'), entry('c', 'three')]);
  });
  afterEach(() => parent.remove());

  it('keeps the elements, with what is open, hidden and has the focus', () => {
    const [a, b] = [child('a'), child('b')];
    a.querySelector('details')!.open = true;
    b.hidden = true;
    a.querySelector('summary')!.tabIndex = -1;
    a.querySelector('summary')!.focus();
    const focused = document.activeElement;
    draw([entry('a', 'un', html`<i>${'x'}</i>`), entry('b', 'deux'), entry('c', 'trois')]);
    expect(child('a')).to.equal(a);
    expect(a.querySelector('details')!.open).to.equal(true);
    expect(child('b').hidden).to.equal(true);
    expect(document.activeElement).to.equal(focused);
    a.querySelector('summary')!.removeAttribute('tabindex');
  });

  it('has an element with an id become only one with the same id', () => {
    const c = child('c');
    c.querySelector('details')!.open = true;
    draw([entry('a', 'one'), entry('c', 'three')]);
    expect(child('c')).to.equal(c);
    expect(child('a').querySelector('details')!.open).to.equal(false);
    draw([entry('b', 'two'), entry('c', 'three'), entry('d', 'four')]);
    expect(child('c').querySelector('details')!.open).to.equal(true);
    expect(child('b').querySelector('details')!.open).to.equal(false);
  });

  it('takes elements with an id and what stands between them apart', () => {
    draw([entry('a', 'one'), ' ', html`<li>${'x'}</li>`, entry('c', 'three')]);
    draw([' ', entry('c', 'three'), html`<li>${'y'}</li>`, entry('a', 'one'), 'z']);
    draw([entry('a', 'one'), entry('b', 'two')]);
  });

  it('loses nothing where two have the same id', () => {
    draw([entry('a', 'one'), entry('a', 'other'), entry('b', 'two')]);
    draw([entry('a', 'un'), entry('a', 'autre'), entry('b', 'deux')]);
    draw([entry('b', 'deux'), entry('a', 'un'), entry('a', 'autre')]);
  });

  it('changes nothing where all is the same', async () => {
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver((records) => seen.push(...records));
    observer.observe(parent, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    draw([entry('a', 'one'), entry('b', 'two'), entry('c', 'three')]);
    await Promise.resolve();
    expect(seen).to.have.length(0);
    observer.disconnect();
  });

  it('takes out everything, and makes anything of anything', () => {
    draw([]);
    draw('a text');
    draw([html`<li lang=${'nl'}>${'x'}</li>`, 'y']);
    draw([html`<li class=${'z'}>${html`<b>${'x'}</b>`}</li>`]);
    draw(html`<p>${'x'}</p> tail`);
  });
});

describe('a cloned value in a template', () => {
  it('is made again only when what it is made of has changed', () => {
    const root = document.createElement('div');
    let made = 0;
    const draw = (text: string, tail: string) =>
      render(html`<p>${staticList(() => [++made, text], text)}</p><i>${tail}</i>`, root);
    draw('a', 'x');
    draw('a', 'y');
    expect(made).to.equal(1);
    expect(root.textContent).to.equal('1ay');
    draw('b', 'y');
    expect(root.textContent).to.equal('2by');
    draw('', 'y');
    expect(root.textContent).to.equal('3y');
  });

  it('leaves nothing behind where something else takes its place', () => {
    const root = document.createElement('div');
    const draw = (value: unknown) => render(html`<p>a ${value} c</p>`, root);
    const others: [unknown, string][] = [
      [nothing, ''],
      ['b', 'b'],
      [html`<i>b</i>`, 'b'],
    ];
    for (const [other, text] of others) {
      draw(staticList(() => html`<b>${'x'}</b>`, text));
      expect(root.textContent).to.equal('a x c');
      draw(other);
      expect(root.textContent).to.equal(`a ${text} c`);
    }
  });
});
