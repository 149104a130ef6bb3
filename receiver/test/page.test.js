import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { digest, get, makeRecord, post, start } from './helpers.js';

const path = '/acknowledgements';

describe('the page, before anybody confirmed', () => {
  let server;
  before(async () => (server = await start({ home: '/?a="b"' })));
  after(() => server.stop());

  it('says what to do, in three languages', async () => {
    const { text } = await get(server.address, `${path}?lang=nl`);
    assert.match(text, /Nog geen kennisnames/);
    assert.match(text, /<html lang="nl">/);
    assert.match(
      (await get(server.address, `${path}?lang=fr`)).text,
      /Aucune prise de connaissance/,
    );
    assert.match((await get(server.address, `${path}?lang=en`)).text, /No acknowledgements yet/);
  });

  const choices = [
    ['', 'fr-BE,fr;q=0.9,nl;q=0.8', 'fr'],
    ['', 'de,nl;q=0.5,en;q=0.7', 'en'],
    ['', 'de, fr;q=0', 'nl'],
    ['', undefined, 'nl'],
    ['', ';;;,q=,fr;q=x', 'nl'],
    ['?lang=en', 'fr', 'en'],
    ['?lang=xx', 'fr', 'fr'],
    ['?lang=en&lang=fr', 'nl', 'nl'],
    ['?lang=%3Cscript%3E', 'nl', 'nl'],
  ];
  for (const [query, accepted, expected] of choices) {
    it(`${query || 'no choice'} and ${accepted ?? 'no wish'} give ${expected}`, async () => {
      const headers = accepted === undefined ? {} : { 'accept-language': accepted };
      const answer = await get(server.address, path + query, headers);
      assert.equal(answer.headers.get('content-language'), expected);
      assert.match(answer.headers.get('vary'), /Accept-Language/);
      assert.match(answer.text, new RegExp(`<html lang="${expected}">`));
    });
  }

  it('offers the other languages, each named in itself', async () => {
    const { text } = await get(server.address, `${path}?lang=nl`);
    for (const [tag, name] of [
      ['nl', 'Nederlands'],
      ['fr', 'Français'],
      ['en', 'English'],
    ]) {
      assert.match(text, new RegExp(`href="\\?lang=${tag}"\\s+lang="${tag}"[^]*?${name}`));
    }
    assert.equal(text.match(/aria-current/g).length, 1);
  });

  it('needs neither script nor inline style', async () => {
    const { text, headers } = await get(server.address, path);
    const policy = headers.get('content-security-policy');
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.doesNotMatch(text, /<script|<style|\sstyle=|\son\w+=/);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
  });

  it('escapes where "back" leads', async () => {
    assert.match((await get(server.address, path)).text, /href="\/\?a=&quot;b&quot;"/);
  });

  it('has its style and icon', async () => {
    const style = await get(server.address, '/acknowledgements.css');
    assert.match(style.type, /^text\/css/);
    assert.match((await get(server.address, '/acknowledgements.svg')).type, /svg/);
  });
});

describe('the page, with answers', () => {
  let server;
  const hostile = `"><script>alert(1)</script>'&amp;`;

  before(async () => {
    server = await start();
    await post(server.address, makeRecord({ version: '9.7', languages: { fr: 44 } }), {
      person: 'lucie.delvaux',
    });
    await post(
      server.address,
      makeRecord({ act: 'decline', reason: hostile, statement: hostile, digest: digest('c') }),
      { person: 'wout.claes' },
    );
  });
  after(() => server.stop());

  it('shows who, what, which version, which languages, when, and the digest', async () => {
    const { text } = await get(server.address, `${path}?lang=fr`);
    for (const part of ['Lucie Delvaux', 'Pris connaissance', '9.7', 'Français', 'aaaaaaaa']) {
      assert.ok(text.includes(part), part);
    }
    assert.match(text, /<time datetime="\d{4}-\d\d-\d\dT[\d:.]+Z"/);
    assert.match(text, /heure d’Europe centrale/);
    assert.match(text, /Néerlandais\s*<span class="quiet">\(41 textes\)/);
  });

  it('shows the newest first', async () => {
    const { text } = await get(server.address, path);
    assert.ok(text.indexOf('Wout Claes') < text.indexOf('Lucie Delvaux'));
  });

  it('escapes what people wrote', async () => {
    const { text } = await get(server.address, path);
    assert.ok(!text.includes('<script'));
    assert.ok(text.includes('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;amp;'));
  });

  it('is a table for who hears it too', async () => {
    const { text } = await get(server.address, path);
    assert.equal(text.match(/role="columnheader"/g).length, 7);
    assert.equal(text.match(/role="rowheader"/g).length, 2);
    assert.match(text, /<table role="table" aria-label="[^"]+"/);
  });

  it('pages by fifty', async () => {
    for (let index = 0; index < 60; index += 1) {
      await post(server.address, makeRecord({ version: `100.${index}` }));
    }
    const rows = (text) => text.match(/role="rowheader"/g).length;
    const first = await get(server.address, `${path}?lang=en`);
    assert.equal(rows(first.text), 50);
    assert.match(first.text, /1 to 50 of 62 answers/);
    assert.match(first.text, /href="\?lang=en&amp;page=2" rel="next"/);
    assert.doesNotMatch(first.text, /rel="prev"/);
    const second = await get(server.address, `${path}?lang=en&page=2`);
    assert.equal(rows(second.text), 12);
    assert.match(second.text, /51 to 62 of 62 answers/);
    assert.match(second.text, /rel="prev"/);
    assert.ok(second.text.includes('Lucie Delvaux'));
    for (const odd of ['0', '-1', '99', 'x', '1e9', "1';--"]) {
      const answer = await get(server.address, `${path}?page=${encodeURIComponent(odd)}`);
      assert.equal(answer.status, 200);
      assert.ok(rows(answer.text) > 0);
    }
  });
});
