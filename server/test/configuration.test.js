import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readConfiguration, settings, UsageError } from '../dist/index.js';
import { runOptions } from '../dist/cli/start.js';
import { launch, makeFolder } from './helpers.js';
import { fill } from './template.js';

const all = Object.keys(settings);
const read = (environment = {}, args = []) =>
  readConfiguration(args, environment, all).configuration;

describe('the configuration', () => {
  it('comes from the option, else from the environment, else by default', () => {
    assert.equal(read().port, undefined);
    assert.equal(read().data, 'policy-data');
    assert.equal(read({ PORT: '5000' }).port, 5000);
    assert.equal(read({ PORT: '5000' }, ['--port', '6000']).port, 6000);
    assert.equal(read({ PORT: '' }).port, undefined);
    assert.deepEqual(read({ POLICY_ORIGINS: 'https://a.example, https://b.example:8' }).origins, [
      'https://a.example',
      'https://b.example:8',
    ]);
  });

  const wrong = {
    PORT: ['x', '65536', '-1', '1e3'],
    DATABASE_URL: ['x', 'mysql://a/b', 'https://a.example'],
    POLICY_CONNECTIONS: ['0', 'many'],
    POLICY_IDENTITY: ['nobody', 'OIDC'],
    OIDC_ISSUER: ['issuer', 'ftp://a'],
    OIDC_ALGORITHMS: ['HS256', 'none', 'RS256, HS256'],
    OIDC_CLOCK_TOLERANCE: ['3600', '-5'],
    PROXY_ADDRESSES: ['proxy.example', '10.0.0.0/40', '10.0.0.1, x'],
    PROXY_ID_HEADER: ['X_User', 'X User', 'X:'],
    POLICY_ORIGINS: ['intranet.example', 'https://a.example/path', '*'],
    POLICY_PER_MINUTE: ['-1', 'x'],
    POLICY_TEXTS: ['maybe'],
    POLICY_TIME_ZONE: ['Mars/Olympus'],
    POLICY_METRICS_TOKEN: ['short', 'with a space in between'],
    SMTP_URL: ['mail.example', 'https://mail.example', 'smtp://'],
    MAIL_FROM: ['hr', 'HR <hr@x.example>', 'a@x.example, b@x.example', 'a@x\r\nBcc: b@x'],
    MAIL_PAUSE: ['-1', 'soon'],
    POLICY_TRANSLATION_SERVICE: ['google', 'on'],
    POLICY_TRANSLATION_URL: ['translate.example', 'ftp://a'],
    POLICY_TRANSLATION_KEY: ['short'],
    POLICY_LOG: ['loud'],
  };
  for (const [name, values] of Object.entries(wrong)) {
    it(`is refused with a wrong ${name}, by its name`, () => {
      for (const value of values) {
        assert.throws(
          () => read({ [name]: value }),
          (error) => error instanceof UsageError && error.message.startsWith(`${name} `),
          value,
        );
      }
    });
  }

  it('does not tell a password', () => {
    const secret = { DATABASE_URL: 'mysql://me:hunter2@db/x' };
    assert.throws(
      () => read(secret),
      (error) => !error.message.includes('hunter2'),
    );
  });

  it('is refused where settings do not go together', () => {
    for (const [environment, message] of [
      [{ POLICY_HOST: '0.0.0.0' }, /demo mode cannot tell/],
      [{ POLICY_IDENTITY: 'oidc' }, /OIDC_ISSUER and OIDC_AUDIENCE/],
      [{ POLICY_IDENTITY: 'oidc', OIDC_ISSUER: 'https://a.example' }, /OIDC_AUDIENCE/],
      [{ POLICY_IDENTITY: 'proxy' }, /PROXY_ADDRESSES/],
      [{ POLICY_TRANSLATION_SERVICE: 'deepl' }, /POLICY_TRANSLATION_KEY/],
      [{ POLICY_TRANSLATION_SERVICE: 'libretranslate' }, /POLICY_TRANSLATION_URL/],
      [
        {
          POLICY_TRANSLATION_SERVICE: 'deepl',
          POLICY_TRANSLATION_KEY: 'k'.repeat(20),
          POLICY_TRANSLATION_URL: 'http://api.deepl.example',
        },
        /must be https/,
      ],
    ]) {
      assert.throws(() => runOptions(read(environment)), message);
    }
  });

  it('demands published texts as soon as people sign in', () => {
    const proxy = { POLICY_IDENTITY: 'proxy', PROXY_ADDRESSES: '10.0.0.1' };
    assert.equal(runOptions(read()).textsRequired, false);
    assert.equal(runOptions(read(proxy)).textsRequired, true);
    assert.equal(runOptions(read({ POLICY_TEXTS: 'required' })).textsRequired, true);
    assert.equal(runOptions(read({ ...proxy, POLICY_TEXTS: 'optional' })).textsRequired, false);
  });

  it('lets nobody see everyone’s answers, unless named', () => {
    const proxy = { POLICY_IDENTITY: 'proxy', PROXY_ADDRESSES: '10.0.0.1' };
    const named = {
      ...proxy,
      POLICY_REPORT_READERS: 'ann',
      POLICY_REPORT_READER_GROUPS: 'hr, dpo',
    };
    const may = (environment, person) => runOptions(read(environment)).mayReview(person);
    assert.equal(may(proxy, { id: 'ann', groups: ['hr'] }), false);
    assert.equal(may(named, { id: 'ann' }), true);
    assert.equal(may(named, { id: 'bob', groups: ['dpo'] }), true);
    assert.equal(may(named, { id: 'bob', groups: ['staff'] }), false);
  });
});

it('uses the data folder of before where it alone is there, and says so', async (t) => {
  const cwd = await makeFolder(t);
  await fill(join(cwd, 'receiver-data'));
  const run = launch(t, ['--port', '0'], { POLICY_DATA: '', DATABASE_URL: '' }, cwd);
  await run.address;
  assert.match(run.out, /DATA: the folder receiver-data of before is used.*rename it policy-data/);
  assert.equal(existsSync(join(cwd, 'policy-data')), false);
  run.child.kill('SIGTERM');
  await run.exit;
});
