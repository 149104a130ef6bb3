import { readFile } from 'node:fs/promises';
import { renderFragment } from 'policy-elements/static.js';
import { TakeOver } from './take-over';

export default async function Page() {
  const policy: unknown = JSON.parse(await readFile('public/policy.json', 'utf8'));
  const { html } = await renderFragment(policy, {
    lang: 'nl',
    src: '/policy.json',
    attributes: { 'heading-level': '1' },
  });
  return (
    <main>
      <TakeOver html={html} />
    </main>
  );
}
