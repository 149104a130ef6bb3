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
    assert.match(text, /Nog geen kennisnemingen/);
    assert.match(text, /<html lang="nl">/);
    assert.match(
      (await get(server.address, `${path}?lang=fr`)).text,
      /Aucune prise de connaissance/,
    );
    assert.match((await get(server.address, `${path}?lang=en`)).text, /No acknowledgements yet/);
  });

  const choices = [
    ['', 'fr-BE,fr;q=0.9,nl;q=0.8', 'fr'],
    ['', 'pl,nl;q=0.5,en;q=0.7', 'en'],
    ['', 'pl, fr;q=0', 'nl'],
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
      ['de', 'Deutsch'],
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
  const read = async (query = '') => (await get(server.address, `${path}?lang=en${query}`)).text;
  const rows = (text) => text.match(/role="rowheader"/g)?.length ?? 0;

  before(async () => {
    server = await start();
    await post(server.address, makeRecord({ version: '3.7', languages: { fr: 44 } }), {
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
    for (const part of ['Lucie Delvaux', 'Confirmé', '3.7', 'Français', 'aaaaaaaa']) {
      assert.ok(text.includes(part), part);
    }
    assert.match(text, /<time datetime="\d{4}-\d\d-\d\dT[\d:.]+Z"/);
    assert.match(text, /heure d’Europe centrale/);
    assert.match(text, /Néerlandais\s*<span class="quiet">\(41 textes\)/);
  });

  it('counts who stands where, and shows them', async () => {
    const figure = (text, state) =>
      new RegExp(`<strong>(\\d+)</strong>\\s*<span class="act ${state}">`).exec(text)[1];
    const all = await read();
    assert.equal(figure(all, 'confirmed'), '1');
    assert.equal(figure(all, 'declined'), '1');
    assert.equal(rows(all), 2);
    const declined = await read('&state=declined');
    assert.equal(rows(declined), 1);
    assert.ok(declined.includes('Wout Claes'));
    assert.ok(!declined.includes('Lucie Delvaux'));
    assert.equal(rows(await read('&search=DELVAUX')), 1);
    assert.equal(rows(await read('&search=%25')), 0);
    for (const odd of ['&state=nonsense', '&text=none@9', '&state=declined&state=confirmed']) {
      assert.equal(rows(await read(odd)), 2, odd);
    }
  });

  it('shows the newest first', async () => {
    const text = await read();
    assert.ok(text.indexOf('Wout Claes') < text.indexOf('Lucie Delvaux'));
  });

  it('escapes what people wrote', async () => {
    for (const text of [await read(), await read(`&search=${encodeURIComponent(hostile)}`)]) {
      assert.ok(!text.includes('<script'));
      assert.ok(text.includes('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;amp;'));
    }
  });

  it('is a table for who hears it too', async () => {
    const text = await read();
    assert.equal(text.match(/role="columnheader"/g).length, 6);
    assert.equal(rows(text), 2);
    assert.match(text, /<table class="list" role="table" aria-label="[^"]+"/);
  });

  it('leads to all that one person answered', async () => {
    const [, address] = /href="(\/acknowledgements\/people\/[0-9a-f-]{36})\?/.exec(await read());
    const { text, status } = await get(server.address, `${address}?lang=en`);
    assert.equal(status, 200);
    assert.match(text, /<h1>Wout Claes<\/h1>/);
    for (const odd of ['x', '00000000-0000-4000-8000-000000000000']) {
      assert.equal((await get(server.address, `${path}/people/${odd}`)).status, 404);
    }
  });

  it('gives the same to a spreadsheet, which must not take a name for a formula', async () => {
    await post(server.address, makeRecord({ act: 'decline', reason: '=1+1' }));
    const answer = await fetch(`${server.address}${path}/export.csv?lang=nl&state=declined`);
    assert.match(answer.headers.get('content-disposition'), /^attachment; filename="[\w.-]+\.csv"/);
    const csv = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    assert.ok(csv.startsWith('\uFEFF'));
    assert.ok(csv.includes('Wout Claes'));
    assert.ok(!csv.includes('Lucie Delvaux'));
    assert.doesNotMatch(csv, /[;\n"]=1\+1/);
  });

  it('pages by fifty', async () => {
    await server.store.queries.exec(
      `insert into policy_receiver.persons (person_id, name)
       select 'p' || n, 'Person ' || n from generate_series(1, 60) n`,
    );
    await server.store.queries.exec(
      `insert into policy_receiver.acknowledgements (id, subject, policy, record, recorded_at)
       select gen_random_uuid(), p.subject, a.policy, a.record, now()
       from policy_receiver.persons p,
         (select policy, record from policy_receiver.acknowledgements limit 1) a
       where p.person_id ~ '^p\\d'`,
    );
    const first = await read();
    assert.equal(rows(first), 50);
    assert.match(first, /href="\?lang=en&amp;text=[^"]*page=2" rel="next"/);
    assert.doesNotMatch(first, /rel="prev"/);
    const second = await read('&page=2');
    assert.equal(rows(second), 13);
    assert.match(second, /rel="prev"/);
    for (const odd of ['0', '-1', '99', 'x', '1e9', "1';--"]) {
      assert.ok(rows(await read(`&page=${encodeURIComponent(odd)}`)) > 0, odd);
    }
  });
});
