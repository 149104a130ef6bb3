import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { renderInline, renderMarkdown } from '../../src/markdown/render.js';
import { parseMarkdown } from '../../src/policy/parse-markdown.js';

const CONTEXT = {
  level: 3,
  base: 'https://intranet.example/policies/a.json',
  scrolls: 'Scrolls',
  resolve: (id: string) =>
    id === 'rule' ? { href: '#p/rule', title: 'De afspraak', lang: 'nl' } : undefined,
  tree: parseMarkdown,
};

/** What Markdown becomes, without Lit's marks and with blanks folded. */
function htmlOf(markdown: string): string {
  const holder = document.createElement('div');
  render(renderMarkdown(markdown, CONTEXT), holder);
  return tight(holder.innerHTML.replace(/<!--.*?-->/g, ''));
}

const tight = (html: string): string => html.replace(/\s+/g, ' ').replace(/> </g, '><').trim();

const CASES: [markdown: string, html: string][] = [
  ['a *b* **c** ~~d~~ `e`', '<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>'],
  ['***a***', '<p><em><strong>a</strong></em></p>'],
  ['a\n\nb', '<p>a</p><p>b</p>'],
  ['a  \nb', '<p>a<br>b</p>'],
  ['a\\*b', '<p>a*b</p>'],
  ['AT&amp;T &copy; &euro;', '<p>AT&amp;T © €</p>'],
  ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
  ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
  ['- a\n  - b\n    1. c', '<ul><li>a<ul><li>b<ol start="1"><li>c</li></ol></li></ul></li></ul>'],
  ['- a\n\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
  ['> a\n> > b', '<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>'],
  [
    '```js\na < b\n```',
    '<pre tabindex="0" role="group" aria-label="Scrolls"><code>a &lt; b</code></pre>',
  ],
  ['---', '<hr>'],
  [
    '### a\n\n# b\n\n##### c',
    '<h4 class="heading-2">a</h4><h3 class="heading-1">b</h3><h5 class="heading-3">c</h5>',
  ],
  ['[a](https://example.org "t")', '<p><a href="https://example.org/" title="t">a</a></p>'],
  ['[a](../b.pdf)', '<p><a href="https://intranet.example/b.pdf">a</a></p>'],
  ['[a][1]\n\n[1]: /b', '<p><a href="https://intranet.example/b">a</a></p>'],
  ['https://example.org', '<p><a href="https://example.org/">https://example.org</a></p>'],
  ['a@example.org', '<p><a href="mailto:a@example.org">a@example.org</a></p>'],
  ['[](#rule)', '<p><a href="#p/rule" lang="nl">De afspraak</a></p>'],
  ['[zie](#rule)', '<p><a href="#p/rule">zie</a></p>'],
  ['[zie](#gone) [](#gone)', '<p>zie #gone</p>'],
  ['[a](javascript:alert(1))', '<p>a</p>'],
  ['[a](&#106;avascript:alert(1))', '<p>a</p>'],
  ['[a](JaVaScRiPt&colon;alert(1))', '<p>a</p>'],
  ['![a](javascript:alert(1))', '<p>a</p>'],
  [
    '![a](b.png)',
    '<p><img loading="lazy" decoding="async" referrerpolicy="no-referrer" src="https://intranet.example/policies/b.png" alt="a"></p>',
  ],
  ['a <b onclick="x">c</b>', '<p>a &lt;b onclick="x"&gt;c&lt;/b&gt;</p>'],
  ['<script>a</script>', '<p>&lt;script&gt;a&lt;/script&gt;</p>'],
  [
    '- [ ] a\n- [x] b',
    '<ul class="tasks" role="list"><li class="task"><label><input type="checkbox" disabled=""><span>a</span></label></li><li class="task"><label><input type="checkbox" disabled="" checked=""><span>b</span></label></li></ul>',
  ],
  [
    '|a||\n|:-:|-:|\n|1|2|',
    '<div class="table" tabindex="0" role="group" aria-label="Scrolls"><table><thead><tr><th scope="col" class="center">a</th><td></td></tr></thead><tbody><tr><td class="center">1</td><td class="right">2</td></tr></tbody></table></div>',
  ],
];

describe('Markdown', () => {
  for (const [markdown, html] of CASES) {
    it(`renders ${JSON.stringify(markdown)}`, () => expect(htmlOf(markdown)).to.equal(tight(html)));
  }

  it('keeps a single paragraph in a line', () => {
    const holder = document.createElement('div');
    render(renderInline('a *b*', CONTEXT), holder);
    expect(holder.querySelector('p')).to.equal(null);
    expect(holder.textContent).to.equal('a b');
  });

  const HEAVY: [string, string][] = [
    ['quotes in quotes', '> '.repeat(5000) + 'end'],
    ['brackets', '['.repeat(5000) + 'end'],
    ['stars', '*a '.repeat(5000) + 'end'],
    [
      'lists in lists',
      Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n') + '\nend',
    ],
    [
      'backticks',
      Array.from({ length: 300 }, (_, length) => '`'.repeat(length)).join(' ') + ' end',
    ],
  ];
  for (const [name, markdown] of HEAVY) {
    it(`survives ${name}`, () => expect(htmlOf(markdown)).to.contain('end'));
  }
});
