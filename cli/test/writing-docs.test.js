/** Every command in the docs for whoever writes a policy is run as it stands there. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkPolicy } from 'policy-elements';
import { policy, root, temporary } from './support.js';

const folder = temporary(after);
const nl =
  '# Beleid\n\nDit beleid geldt voor iedereen die bij ons werkt.\n\n## Doel\n\nWe willen veilig online zijn.\n\n## Afspraken\n\n1. Je mag niet namens ons spreken.\n2. Je moet foto’s laten goedkeuren.\n3. Je mag geen gegevens delen.\n4. Je moet vragen doorgeven.\n';
const fr =
  '# Charte\n\nCette charte vaut pour toute personne qui travaille chez nous.\n\n## But\n\nNous voulons être en sécurité.\n\n## Règles\n\n1. Vous ne pouvez pas parler en notre nom.\n2. Vous devez faire approuver les photos.\n3. Vous ne pouvez pas divulguer de données.\n4. Vous devez transmettre les questions.\n';
// The documents are Markdown here; Word files are tested with the import itself.
writeFileSync(join(folder, 'beleid.md'), nl);
writeFileSync(join(folder, 'charte.md'), fr);

const commands = ['import', 'translating', 'starters'].flatMap((name) => {
  const text = readFileSync(join(root, 'docs', `${name}.md`), 'utf8');
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    block.trim().split('\n'),
  );
});

for (const command of commands) {
  test(command, async () => {
    const words = command.replace(/(beleid|charte)\.docx/, '$1.md').match(/"[^"]*"|\S+/g);
    const args = words.slice(1).map((word) => word.replaceAll('"', ''));
    const { code, stderr } = await policy(args, { cwd: folder });
    assert.equal(code, 0, stderr);
  });
}

test('the policy has both languages, and nothing wrong', () => {
  const made = JSON.parse(readFileSync(join(folder, 'policy.json'), 'utf8'));
  assert.deepEqual(made.languages, ['nl', 'fr']);
  assert.equal(
    made.sections.find(({ title }) => title.nl === 'Afspraken').items[1].title.fr,
    'Vous devez faire approuver les photos',
  );
  assert.deepEqual(
    checkPolicy(made).findings.filter(({ grade }) => grade === 'error'),
    [],
  );
});
test('a file that cannot be read is refused with a remedy', async () => {
  writeFileSync(join(folder, 'beleid.pdf'), '%PDF-1.7');
  const { code, stderr } = await policy(
    ['import', 'beleid.pdf', '--lang', 'nl', '--messages', 'nl'],
    { cwd: folder },
  );
  assert.equal(code, 1);
  assert.match(stderr, /bewaar hem als \.docx/);
});
