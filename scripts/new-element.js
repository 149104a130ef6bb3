/**
 * Writes an element with its styles, story, test and door: `npm run new:element -- policy-glossary`.
 * Where a section type of that name is in src/policy/section-types, it shows that type.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [tag = ''] = process.argv.slice(2);
if (!/^policy-[a-z]+(-[a-z]+)*$/.test(tag)) {
  console.error('Name it: npm run new:element -- policy-glossary');
  process.exit(2);
}
const name = tag.replace('policy-', '');
const className = tag.replace(/(^|-)(.)/g, (_, dash, letter) => letter.toUpperCase());
const isSection = existsSync(join(root, `src/policy/section-types/${name}.ts`));

const section = `import { html } from 'lit';
import type { SectionOf } from '../../policy/schema.js';
import { SectionElement } from '../section-element.js';
import type { PolicyView } from '../shared/policy-view.js';
import { plainItem } from '../shared/plain-item.js';
import { noItems } from '../shared/states.js';
import { styles } from './${tag}.styles.js';

/**
 * What this element shows, in a sentence.
 *
 * @tagname ${tag}
 */
export class ${className} extends SectionElement<SectionOf<'${name}'>> {
  static override styles = [...SectionElement.styles, styles];
  protected override readonly type = '${name}';

  protected override renderSection({ items }: SectionOf<'${name}'>, view: PolicyView): unknown {
    if (!items.length) return noItems(this.l10n);
    return html\`<ul class="items" role="list">\${items.map((item) => plainItem(view, item))}</ul>\`;
  }
}
`;
const other = `import { html } from 'lit';
import { PolicyElement } from '../policy-element.js';
import type { PolicyView } from '../shared/policy-view.js';
import { plain } from '../shared/text.js';
import { styles } from './${tag}.styles.js';

/**
 * What this element shows, in a sentence.
 *
 * @tagname ${tag}
 */
export class ${className} extends PolicyElement {
  static override styles = [...PolicyElement.styles, styles];

  protected override renderPolicy(view: PolicyView): unknown {
    return html\`<p>\${plain(view, view.policy.title)}</p>\`;
  }
}
`;
const FILES = {
  [`src/elements/${tag}/${tag}.ts`]: isSection ? section : other,
  [`src/elements/${tag}/${tag}.styles.ts`]: `import { css } from 'lit';

export const styles = css\`
  .items {
    max-width: var(--_measure);
  }
\`;
`,
  [`src/define/${tag}.ts`]: `import { ${className} } from '../elements/${tag}/${tag}.js';
import { register } from '../register.js';

register('${tag}', ${className});

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${className};
  }
}
`,
  [`stories/${tag}.stories.ts`]: `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { CONTROLS, drawSection, type SectionArgs } from './support.js';

const meta = {
  title: 'Elements/${tag}',
  component: '${tag}',
  tags: ['autodocs'],
  render: drawSection('${tag}'),
  args: { policy: 'sample' },
  argTypes: { ...CONTROLS },
} satisfies Meta<SectionArgs>;

export default meta;
type Story = StoryObj<SectionArgs>;

/** The policy as an object, in the language of the page. */
export const Default: Story = {};
`,
  [`test/component/${tag}.test.ts`]: `import '../../src/define/${tag}.js';
import { everyElement } from '../suites.js';

everyElement('${tag}');
`,
};

for (const [path, text] of Object.entries(FILES)) {
  if (existsSync(join(root, path))) throw new Error(`${path} is there already`);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Puts a line behind the last that matches. */
function addLine(path, pattern, line) {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  const at = [...text.matchAll(pattern)].at(-1);
  const end = at.index + at[0].length;
  writeFileSync(file, text.slice(0, end) + line + text.slice(end));
}

addLine(
  'src/index.ts',
  /^export \{ Policy\w+(?:, type \w+)? \} from '\.\/elements\/.*\n/gm,
  `export { ${className} } from './elements/${tag}/${tag}.js';\n`,
);
if (isSection) {
  addLine(
    'src/sections/registry.ts',
    /^ {2}[a-z-]+: \{ tag: .*\n(?=\} as const satisfies Record<string, SectionEntry>)/gm,
    `  ${name}: { tag: '${tag}', part: 'directory-sections' },\n`,
  );
} else {
  addLine(
    'src/sections/registry.ts',
    /^ {2}'policy-[a-z-]+': '.*\n(?=\} as const satisfies Record<string, string>)/gm,
    `  '${tag}': '${name}',\n`,
  );
}
console.log(`${Object.keys(FILES).join('\n')}\nNow: npm run registry`);
