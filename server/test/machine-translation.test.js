import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { digestText, digestValue } from '@policy-elements/authoring';
import { parseMarkdown } from 'policy-elements';
import { DeepL, LibreTranslate, readGrant, rolesFrom } from '../dist/index.js';
import { makePolicy, start } from './helpers.js';
import { deeplDouble, libreTranslateDouble } from './support/translation-doubles.js';

const KEY = 'a-key-of-deepl-0000:fx';
const MARKED =
  'Zie **[de regels](#rules)** en [](#rules).\n\n- Mail `hr@example.org`\n- _Of_ bel\n\n| A | B |\n| --- | --- |\n| ja | nee |';
const policy = () =>
  makePolicy({
    languages: ['nl', 'fr', 'en'],
    title: { nl: 'Beleid', fr: 'Charte' },
    contacts: Array.from({ length: 30 }, (_, n) => ({
      ...{ id: `person-${n}`, name: `P ${n}`, role: { nl: `Hulp nummer ${n}` } },
      email: `p${n}@example.org`,
    })),
    sections: [
      { id: 'why', type: 'text', title: { nl: 'Waarom' }, body: { nl: MARKED } },
      { id: 'rules', type: 'text', title: { nl: 'Regels & <meer>' }, body: { nl: 'Wees jezelf.' } },
      {
        ...{ id: 'react', type: 'reactions', title: { nl: 'Klacht' } },
        items: [
          {
            ...{ id: 'complaint', kind: 'complaint', title: { nl: 'Een klacht' } },
            steps: [{ nl: 'Blijf kalm' }, { nl: 'Vraag hulp' }],
          },
        ],
      },
    ],
  });

const grants = 'write=nora translate:fr=lucie translate:nl=lucie approve=wout publish=wout'.split(
  ' ',
);
const identify = ({ headers }) => {
  const id = headers['x-person'];
  return id && { id, name: id };
};

describe('texts by machine', () => {
  let double;
  let server;
  const startWith = async (service) =>
    start({
      publish: [policy()],
      translation: service,
      identify,
      rolesOf: rolesFrom(grants.map(readGrant)),
    });
  before(async () => {
    double = await deeplDouble();
    server = await startWith(new DeepL({ key: KEY, url: double.url, timeout: 3_000 }));
  });
  after(() => Promise.all([server?.stop(), double?.close()]));
  beforeEach(async () => {
    double.forget();
    // Begun anew from what is published.
    const { policy: now } = (await ask('GET', '')).json;
    const draft = await server.drafts.read('small');
    if (JSON.stringify(now) !== JSON.stringify(policy())) {
      await server.drafts.replace('small', policy(), { id: 'nora', name: 'nora' }, draft.digest);
    }
  });

  const ask = async (method, path, body, person = 'nora', from = server) => {
    const response = await fetch(`${from.address}/api/studio/policies/small${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(person && { 'x-person': person }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const json = await response.json();
    return { status: response.status, headers: response.headers, json };
  };
  const fill = (texts, { lang = 'fr', person, from } = {}) =>
    ask(
      'POST',
      '/machine-translation',
      { lang, texts: texts.map(([id, field]) => ({ id, field })) },
      person,
      from,
    );
  const read = async () => (await server.drafts.read('small')).draft;
  const section = async (id) => (await read()).sections.find((each) => each.id === id);
  const outcomes = ({ json }) => json.results.map(({ outcome }) => outcome);
  const stateOf = async (source, lang = 'fr') =>
    (await read()).translations?.[digestText(source)]?.[lang]?.state;

  it('are written with all marks in their places, and marked as a machine’s', async () => {
    const answer = await fill([
      ['why', 'body'],
      ['rules', 'title'],
    ]);
    assert.deepEqual(outcomes(answer), ['written', 'written']);
    const { body } = await section('why');
    assert.match(body.fr, /^Zie-fr \*\*\[de-fr regels-fr\]\(#rules\)\*\* en-fr \[\]\(#rules\)\./);
    assert.match(
      body.fr,
      /\n\n- Mail-fr `hr@example\.org`\n- _Of-fr_ bel-fr\n\n\| A-fr \| B-fr \|/,
    );
    assert.equal(parseMarkdown(body.fr).length, parseMarkdown(MARKED).length);
    assert.equal((await section('rules')).title.fr, 'Regels-fr & <meer-fr>');
    assert.equal(await stateOf(MARKED), 'machine');
    assert.equal(answer.json.revision, (await server.drafts.read('small')).revision);
  });

  it('go to DeepL as it wants them, and nothing else goes', async () => {
    await fill([['why', 'body']], { lang: 'en' });
    const [call, ...more] = double.calls();
    assert.deepEqual(more, []);
    assert.equal(call.path, '/v2/translate');
    assert.equal(call.headers.authorization, `DeepL-Auth-Key ${KEY}`);
    assert.equal(call.body.source_lang, 'NL');
    assert.equal(call.body.target_lang, 'EN-GB');
    assert.equal(call.body.tag_handling, 'xml');
    assert.equal(call.body.text[0], 'Zie <g id="1"><g id="2">de regels</g></g> en <x id="3"></x>.');
    assert.doesNotMatch(JSON.stringify(call), /example\.org|Wees jezelf|nora/);
  });

  it('never take the place of a text, nor of one somebody wrote meanwhile', async () => {
    const draft = await read();
    const edit = (field, value, from) => ({
      ...{ id: 'rules', field, lang: 'fr', baseDigest: digestValue(from), value },
    });
    await ask('PATCH', '', { edits: [edit('title', 'Règles', undefined)] });
    double.plan(async ({ body }) => {
      await ask('PATCH', '', { edits: [edit('body', 'Soyez vous-même.', undefined)] });
      return { json: { translations: body.text.map((text) => ({ text: `${text} !` })) } };
    });
    const answer = await fill([
      ['rules', 'title'],
      ['rules', 'body'],
      ['why', 'title'],
      ['', 'title'],
      ['why', 'title'],
      ['nothing', 'title'],
    ]);
    assert.deepEqual(outcomes(answer), [
      ...['not-empty', 'not-empty', 'written', 'not-empty', 'gone', 'gone'],
    ]);
    const { title, body } = await section('rules');
    assert.deepEqual([title.fr, body.fr], ['Règles', 'Soyez vous-même.']);
    assert.equal((await section('why')).title.fr, 'Waarom !');
    assert.equal((await read()).title.fr, draft.title.fr);
    assert.equal(await stateOf('Wees jezelf.'), 'current');
  });

  it('are a person’s once somebody writes in them, or says they are right', async () => {
    await fill([
      ['rules', 'body'],
      ['rules', 'title'],
      ['complaint', 'steps.1'],
    ]);
    assert.equal(await stateOf('Vraag hulp'), 'machine');
    const { body, title } = await section('rules');
    const set = { id: 'rules', lang: 'fr' };
    const saved = await ask(
      'PATCH',
      '',
      {
        edits: [
          { ...set, field: 'body', baseDigest: digestValue(body.fr), value: 'Soyez vous-même.' },
          {
            ...set,
            field: 'title',
            baseDigest: digestValue(title.fr),
            value: title.fr,
            accept: true,
          },
        ],
      },
      'lucie',
    );
    assert.equal(saved.status, 200);
    assert.equal(await stateOf('Wees jezelf.'), 'current');
    assert.equal(await stateOf('Regels & <meer>'), 'current');
    assert.equal(await stateOf('Vraag hulp'), 'machine');
  });

  it('are found by the step they belong to', async () => {
    const answer = await fill([
      ['complaint', 'steps.0'],
      ['complaint', 'steps.1'],
    ]);
    assert.deepEqual(outcomes(answer), ['written', 'written']);
    const { items } = await section('react');
    assert.deepEqual(
      items[0].steps.map(({ fr }) => fr),
      ['Blijf-fr kalm-fr', 'Vraag-fr hulp-fr'],
    );
  });

  it('are those of whoever may write that language, and nobody else’s', async () => {
    const texts = [['rules', 'body']];
    assert.deepEqual(outcomes(await fill(texts, { person: 'lucie' })), ['written']);
    for (const [person, lang, status, error] of [
      ['lucie', 'en', 403, 'not-allowed'],
      ['lucie', 'nl', 400, 'bad-request'],
      ['wout', 'fr', 403, 'not-allowed'],
      ['somebody', 'fr', 403, 'not-allowed'],
      ['', 'fr', 401, 'not-signed-in'],
    ]) {
      const answer = await fill(texts, { person, lang });
      assert.deepEqual([answer.status, answer.json.error], [status, error], `${person} ${lang}`);
    }
    assert.equal(double.calls().length, 1);
    const me = await fetch(`${server.address}/api/studio/me`, { headers: { 'x-person': 'lucie' } });
    const { translation } = await me.json();
    assert.deepEqual(translation, { name: 'DeepL', host: new URL(double.url).host });
  });

  const wrong = {
    'a language the policy has not': { lang: 'de', texts: [{ id: 'why', field: 'body' }] },
    'the language it is written in': { lang: 'nl', texts: [{ id: 'why', field: 'body' }] },
    'no texts': { lang: 'fr', texts: [] },
    'too many texts': { lang: 'fr', texts: Array(26).fill({ id: 'why', field: 'body' }) },
    'more than a place': { lang: 'fr', texts: [{ id: 'why', field: 'body', value: 'x' }] },
    'no language': { lang: '../fr', texts: [{ id: 'why', field: 'body' }] },
  };
  for (const [name, body] of Object.entries(wrong)) {
    it(`are refused for ${name}`, async () => {
      const answer = await ask('POST', '/machine-translation', body);
      assert.equal(answer.status, 400);
      assert.deepEqual(double.asked, []);
    });
  }

  const faults = {
    'a key it does not know': [{ status: 403, raw: '' }, 'key'],
    'what was paid for is used up': [{ status: 456, json: { message: 'Quota exceeded' } }, 'quota'],
    'an answer of something else': [{ status: 200, raw: '<html>' }, 'unreadable'],
    'fewer texts than were sent': [{ json: { translations: [] } }, 'unreadable'],
    'texts that are none': [{ json: { translations: [{ text: 7 }] } }, 'unreadable'],
    'a page that leads elsewhere': [
      { status: 302, headers: { location: 'http://127.0.0.1:1/' }, raw: '' },
      'unavailable',
    ],
    'an answer without end': [{ raw: 'x'.repeat(3_000_000) }, 'unreadable'],
  };
  for (const [name, [answer, fault]] of Object.entries(faults)) {
    it(`stay empty, and why is said: ${name}`, async () => {
      double.plan(answer, { always: true });
      assert.deepEqual(outcomes(await fill([['rules', 'body']])), [fault]);
      assert.equal((await section('rules')).body.fr, undefined);
    });
  }

  it('are asked for again where the service asks to wait, and where it fails for once', async () => {
    double.plan({ status: 429, headers: { 'retry-after': '0' }, raw: '' });
    double.plan({ status: 503, raw: '' });
    assert.deepEqual(outcomes(await fill([['rules', 'body']])), ['written']);
    assert.equal(double.calls().length, 3);
  });

  it('are not waited for longer than somebody waits', async () => {
    double.plan({ status: 429, headers: { 'retry-after': '3600' }, raw: '' }, { always: true });
    assert.deepEqual(outcomes(await fill([['rules', 'body']])), ['busy']);
    assert.equal(double.calls().length, 1);
  });

  it('are given up where the service says nothing', async () => {
    const silent = await startWith(new DeepL({ key: KEY, url: double.url, timeout: 100 }));
    try {
      await ask('GET', '', undefined, 'nora', silent);
      double.plan({}, { silent: true, always: true });
      const answer = await fill([['rules', 'body']], { from: silent });
      assert.deepEqual(outcomes(answer), ['unavailable']);
    } finally {
      await silent.stop();
    }
  });

  it('lose none of the others, where one is refused, or comes back broken', async () => {
    const isBad = (text) => /Regels/.test(text);
    double.plan(
      { status: 400, json: { message: 'Tag handling parsing failed' } },
      {
        always: true,
        when: ({ body }) => body.text.some(isBad),
      },
    );
    double.plan(
      ({ body }) => ({
        json: {
          translations: body.text.map((text) => ({ text: text.replace(/<\/?g[^>]*>/g, '') })),
        },
      }),
      { always: true, when: ({ body }) => body.text.some((text) => text.includes('<g')) },
    );
    const answer = await fill([
      ['rules', 'title'],
      ['rules', 'body'],
      ['why', 'body'],
      ['person-3', 'role'],
    ]);
    assert.deepEqual(outcomes(answer), ['refused', 'written', 'broken', 'written']);
    assert.equal((await section('why')).body.fr, undefined);
    assert.equal((await section('rules')).title.fr, undefined);
  });

  it('are halved until the service takes them', async () => {
    double.plan(
      { status: 413, raw: '' },
      {
        always: true,
        when: ({ body }) => body.text.length > 4,
      },
    );
    const texts = Array.from({ length: 25 }, (_, n) => [`person-${n}`, 'role']);
    const answer = await fill(texts);
    assert.ok(outcomes(answer).every((each) => each === 'written'));
    assert.equal((await read()).contacts[24].role.fr, 'Hulp-fr nummer-fr 24');
  });

  it('are asked for one request of a person at a time', async () => {
    let other;
    double.plan(async ({ body }) => {
      other = await fill([['rules', 'title']]);
      return { json: { translations: body.text.map((text) => ({ text })) } };
    });
    assert.deepEqual(outcomes(await fill([['rules', 'body']])), ['written']);
    assert.equal(other.status, 429);
    assert.ok(Number(other.headers.get('retry-after')) > 0);
  });

  it('are nobody’s where no service is set', async () => {
    const without = await startWith(undefined);
    try {
      const answer = await fill([['rules', 'body']], { from: without });
      assert.deepEqual([answer.status, answer.json.error], [404, 'not-found']);
      const me = await fetch(`${without.address}/api/studio/me`, {
        headers: { 'x-person': 'nora' },
      });
      assert.equal((await me.json()).translation, undefined);
    } finally {
      await without.stop();
    }
  });

  it('may come from LibreTranslate, which takes less at once and gives text back unescaped', async () => {
    const key = 'a-key-of-libretranslate';
    const libre = await libreTranslateDouble({ key, charLimit: 60, batchLimit: 3 });
    const other = await startWith(new LibreTranslate({ key, url: `${libre.url}/` }));
    const stored = async () => (await other.drafts.read('small')).draft;
    try {
      await ask('GET', '', undefined, 'nora', other);
      const texts = [
        ['why', 'body'],
        ['rules', 'title'],
        ['complaint', 'steps.0'],
      ];
      assert.deepEqual(outcomes(await fill(texts, { from: other })), [
        ...['written', 'written', 'written'],
      ]);
      const { sections } = await stored();
      assert.match(sections[0].body.fr, /\*\*\[de-fr regels-fr\]\(#rules\)\*\*/);
      assert.equal(sections[1].title.fr, 'Regels-fr & <meer-fr>');
      const call = libre.calls()[0];
      assert.deepEqual(
        { ...call.body, q: undefined },
        { q: undefined, source: 'nl', target: 'fr', format: 'html', api_key: key },
      );
      assert.equal(libre.asked.filter(({ path }) => path === '/languages').length, 1);
      libre.plan({ status: 403, json: { error: 'Invalid API key' } });
      assert.deepEqual(outcomes(await fill([['rules', 'body']], { from: other })), ['key']);
      libre.plan({
        status: 429,
        json: { error: 'Slowdown: 10 per minute' },
        headers: { 'retry-after': '0' },
      });
      assert.deepEqual(outcomes(await fill([['rules', 'body']], { from: other })), ['written']);
    } finally {
      await other.stop();
      await libre.close();
    }
  });

  it('are not asked of a service that does not know the language', async () => {
    const libre = await libreTranslateDouble();
    const other = await startWith(new LibreTranslate({ url: libre.url }));
    try {
      await ask('GET', '', undefined, 'nora', other);
      const { draft, digest } = await other.drafts.read('small');
      const wider = { ...draft, languages: ['nl', 'tr'] };
      await other.drafts.replace('small', wider, { id: 'nora', name: 'nora' }, digest);
      const answer = await fill([['rules', 'body']], { from: other, lang: 'tr' });
      assert.deepEqual(outcomes(answer), ['language']);
      assert.deepEqual(libre.calls(), []);
    } finally {
      await other.stop();
      await libre.close();
    }
  });
});
