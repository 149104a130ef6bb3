/** German: labels for readers and for the server, and a policy that is written in it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { str } from '@lit/localize/internal/str-tag.js';
import { formatsFor } from '../../src/localization/formats.js';
import { describeFinding } from '../../src/localization/describe.js';
import { label, loadLabels } from '../../src/localization/locales.js';
import { templates } from '../../src/localization/generated/de.js';
import { checkPolicy } from '../../src/policy/check.js';
import { renderPage } from '../../src/static.js';
import { labelsIn, nameOfLanguage } from '../../server/src/messages/labels.js';
import { mailIn } from '../../server/src/messages/mails.js';
import german from '../../stories/policies/german.json' with { type: 'json' };

const root = new URL('../../', import.meta.url);

describe('German', () => {
  it('is the language of a sound policy, in all its texts', async () => {
    const { findings } = await checkPolicy(german);
    const wrong = findings.filter(({ grade, code }) => grade === 'error' || /lang|text/.test(code));
    assert.deepEqual(wrong, []);
  });

  it('is all that the elements say of it', async () => {
    const { html } = await renderPage(german, { lang: 'de' });
    const said = html.replace(/<style[^]*?<\/style>/g, '').split(/<[^>]*>/);
    const xliff = await readFile(new URL('locales/de.xlf', root), 'utf8');
    const english = [...xliff.matchAll(/<source>([^<]{4,})<\/source>\s*<target>([^<]*)</g)]
      .filter(([, source, target]) => source !== target)
      .map(([, source]) => source);
    const left = said.map((text) => text.trim()).filter((text) => english.includes(text));
    assert.deepEqual(left, []);
    for (const text of ['Inhalt', 'Unter einer Bedingung', 'Wer was darf'])
      assert.ok(html.includes(text), text);
    assert.match(html, /14\. September 2026/);
  });

  it('counts, and has its own quotation marks', async () => {
    await loadLabels('de');
    const one = '1 Teil, der Sie nicht betrifft, wird nicht angezeigt.';
    const parts = (count: number) =>
      label('de', formatsFor('de').plural(count), str`${count} parts`, { id: 'left-out.other' });
    assert.equal(label('de', 'one', str`${1} part`, { id: 'left-out.one' }), one);
    assert.match(String(parts(2)), /^2 Teile, die .* werden nicht angezeigt/);
    assert.equal(formatsFor('de').plural(0), 'other');
    for (const [id, text] of Object.entries(templates)) {
      const words = typeof text === 'string' ? text : text.strings.join('…');
      assert.doesNotMatch(words, /["“][^“”"„]*”|\b(je|jij|vous|you)\b/i, id);
    }
  });

  it('is on the pages and in the mails of the server', () => {
    assert.equal(nameOfLanguage('de'), 'Deutsch');
    const { msg, plural } = labelsIn('de');
    const people = (count: number) =>
      plural(
        count,
        () => msg('person', { id: 'server-people.one' }),
        () => msg('people', { id: 'server-people.other' }),
      );
    assert.deepEqual([people(0), people(1), people(2)], ['Personen', 'Person', 'Personen']);
    const facts = { name: 'Kim', title: 'Regeln', link: 'C', ask: 'D', organisation: 'E' };
    const mail = mailIn('de', 'outstanding', facts);
    assert.equal(mail.subject, 'Bitte bestätigen: Regeln');
    assert.match(mail.paragraphs[0] ?? '', /^Guten Tag Kim,/);
  });

  it('leaves findings, which are for editors, in English', async () => {
    const finding = { grade: 'error', code: 'not-json', pointer: '' } as const;
    assert.match(await describeFinding(finding, 'de'), /^This is not JSON/);
  });
});
