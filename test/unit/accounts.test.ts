import { expect } from 'chai';
import { recogniseAccount } from '../../src/policy/accounts.js';
import { readUnknown } from '../../src/policy/parse.js';
import type { Profile, SectionOf } from '../../src/policy/schema.js';
import sample from '../../stories/policies/sample.json';

const sampleProfiles = (
  readUnknown(sample).policy!.sections.find(
    ({ type }) => type === 'profiles',
  ) as SectionOf<'profiles'>
).items;
const profile = (platform: string, url: string, more: Partial<Profile> = {}): Profile => ({
  id: url,
  platform,
  name: 'x',
  url,
  ...more,
});

const OURS = [
  profile('facebook', 'https://www.facebook.com/GemeenteVoorbeeld', {
    handle: '@GemeenteVoorbeeld',
  }),
  profile('instagram', 'https://www.instagram.com/gemeente.voorbeeld/'),
  profile('x', 'https://x.com/gem_voorbeeld'),
  profile('linkedin', 'https://www.linkedin.com/company/gemeente-voorbeeld/'),
  profile('youtube', 'https://www.youtube.com/@GemeenteVoorbeeld'),
  profile('youtube', 'https://www.youtube.com/channel/UCabcDEF123'),
  profile('tiktok', 'https://www.tiktok.com/@gemeentevoorbeeld'),
  profile('threads', 'https://www.threads.net/@gemeente.voorbeeld'),
  profile('bluesky', 'https://bsky.app/profile/voorbeeld.example'),
  profile('mastodon', 'https://social.voorbeeld.example/@gemeente'),
  profile('blog', 'https://blog.voorbeeld.example/'),
  profile('facebook', 'https://www.facebook.com/profile.php?id=100012345'),
  profile('flickr', 'https://www.flickr.com/photos/voorbeeldfoto', { state: 'closed' }),
];
const verdict = (input: string) => recogniseAccount(input, OURS).verdict;

const GENUINE = [
  'https://www.facebook.com/GemeenteVoorbeeld',
  'http://facebook.com/gemeentevoorbeeld/',
  'facebook.com/GEMEENTEVOORBEELD',
  'm.facebook.com/gemeentevoorbeeld',
  'https://nl-nl.facebook.com/gemeentevoorbeeld?ref=page',
  'https://fb.com/gemeentevoorbeeld',
  'https://web.facebook.com/gemeentevoorbeeld/photos',
  'https://www.facebook.com/gemeentevoorbeeld#top',
  '@GemeenteVoorbeeld',
  'gemeentevoorbeeld',
  'https://WWW.FACEBOOK.COM/gemeentevoorbeeld',
  'https://www.facebook.com./gemeentevoorbeeld',
  '  https://facebook.com/gemeentevoorbeeld  ',
  'https://mbasic.facebook.com/gemeentevoorbeeld',
  '//facebook.com/gemeentevoorbeeld',
  'https://www.facebook.com/gemeente%56oorbeeld',
  'instagram.com/gemeente.voorbeeld',
  'https://instagram.com/gemeente.voorbeeld/?hl=nl',
  'https://www.instagram.com/Gemeente.Voorbeeld/reels/',
  'https://twitter.com/gem_voorbeeld',
  'https://mobile.twitter.com/gem_voorbeeld?lang=nl',
  '@gem_voorbeeld',
  'https://be.linkedin.com/company/gemeente-voorbeeld/about/',
  'linkedin.com/company/Gemeente-Voorbeeld',
  'https://nl.linkedin.com/company/gemeente-voorbeeld',
  'https://m.youtube.com/@gemeentevoorbeeld',
  'https://youtube.com/@GemeenteVoorbeeld/videos',
  'https://www.youtube.com/channel/UCabcDEF123?view=1',
  'tiktok.com/@gemeentevoorbeeld',
  'https://www.tiktok.com/@gemeentevoorbeeld?lang=nl',
  'https://www.threads.com/@gemeente.voorbeeld',
  'threads.net/@Gemeente.Voorbeeld',
  'https://bsky.app/profile/voorbeeld.example',
  '@voorbeeld.example',
  'https://social.voorbeeld.example/@gemeente',
  '@gemeente@social.voorbeeld.example',
  'gemeente@social.voorbeeld.example',
  'https://social.voorbeeld.example/@Gemeente/with_replies',
  'https://blog.voorbeeld.example',
  'http://blog.voorbeeld.example/2026/artikel?x=1',
  'https://www.facebook.com/profile.php?id=100012345&sk=about',
];

const STRANGERS = [
  'https://www.facebook.com/bakkerij',
  'https://x.com/nasa',
  '@koning',
  'https://example.org',
  'linkedin.com/in/jan-peeters',
  'https://www.facebook.com/profile.php?id=999',
  'https://www.youtube.com/channel/UCzzz',
  'museum',
  'https://t.me/nieuws',
];

/** Look-alikes of a name, made by the tricks that are used. */
function* tricks(name: string): Generator<string> {
  const swaps: Record<string, string[]> = {
    a: ['а', 'α', '4', 'á', 'à'],
    b: ['8', 'Ь'],
    d: ['ԁ', 'cl'],
    e: ['е', '3', 'ё', 'é'],
    g: ['ɡ', '9'],
    l: ['1', 'I', 'ӏ', '|'],
    m: ['rn', 'м'],
    n: ['п', 'ո'],
    o: ['0', 'о', 'ο', 'ö'],
    r: ['г'],
    t: ['т', '7'],
    v: ['ѵ', 'ν'],
  };
  for (let at = 0; at < name.length; at++) {
    for (const other of swaps[name[at]!] ?? [])
      yield name.slice(0, at) + other + name.slice(at + 1);
    yield name.slice(0, at) + name.slice(at + 1);
    yield name.slice(0, at) + name[at] + name.slice(at);
    if (at) yield name.slice(0, at - 1) + name[at] + name[at - 1] + name.slice(at + 1);
  }
  for (const word of [
    'official',
    'officieel',
    'be',
    'info',
    'help',
    'jobs',
    'klantendienst',
    '2026',
    'nieuws',
    'support',
  ]) {
    yield name + word;
    yield `${name}_${word}`;
    yield `${word}.${name}`;
    yield `the-${word}-${name}-page`;
  }
  for (const mark of ['.', '_', '-', '\u200b', '\u200d', '\u00ad'])
    yield `${name.slice(0, 5)}${mark}${name.slice(5)}`;
  yield [...name].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('');
}

const ELSEWHERE = [
  'https://faceb00k.com/gemeentevoorbeeld',
  'https://facebook.com.login.example/gemeentevoorbeeld',
  'https://facebook-com.example/gemeentevoorbeeld',
  'https://fаcebook.com/gemeentevoorbeeld',
  'https://facebook.com@evil.example/gemeentevoorbeeld',
  'https://user:pw@facebook.com/gemeentevoorbeeld',
  'https://evil.example/facebook.com/gemeentevoorbeeld',
  'https://facebook.com:8443/gemeentevoorbeeld',
  'https://www.facebook.com/groups/gemeentevoorbeeld',
  'https://pinterest.com/gemeentevoorbeeld',
  'https://t.me/gemeentevoorbeeld',
  'https://www.snapchat.com/add/gemeentevoorbeeld',
  'https://wa.me/gemeentevoorbeeld',
  'https://www.linkedin.com/in/gemeente-voorbeeld',
  'https://www.linkedin.com/school/gemeente-voorbeeld',
  'https://www.youtube.com/c/gemeentevoorbeeld',
  'https://mastodon.example/@gemeentevoorbeeld',
  '@gemeentevoorbeeld@mastodon.example',
  'https://blog.voorbeeld.example.evil.example/',
  'https://blog-voorbeeld.example/',
  'https://gemeentevoorbeeld.example/',
  'https://www.facebook.com/evil?next=gemeentevoorbeeld',
  'https://l.facebook.com/l.php?u=gemeentevoorbeeld',
  'https://www.facebook.com/gemeentevoorbeeld%2Fevil',
  'https://www.facebook.com/gemeentevoorbeeld%00',
  'https://www.facebook.com/@gemeentevoorbeeld',
  'https://x.com/gemeente.voorbeeld',
  'https://xn--fcebook-2fg.com/gemeentevoorbeeld',
];

describe('recogniseAccount', () => {
  for (const address of GENUINE)
    it(`knows ${address}`, () => expect(verdict(address)).to.equal('ours'));

  it('knows every profile of the sample by its address and handle', () => {
    for (const each of sampleProfiles) {
      const expected = each.state === 'closed' ? 'closed' : 'ours';
      expect(recogniseAccount(each.url, sampleProfiles).verdict, each.url).to.equal(expected);
      if (each.handle)
        expect(recogniseAccount(each.handle, sampleProfiles).verdict, each.handle).to.equal(
          expected,
        );
    }
  });

  it('says that an account is closed', () => {
    const answer = recogniseAccount('flickr.com/photos/voorbeeldfoto', OURS);
    expect(answer.verdict).to.equal('closed');
    expect(answer.profiles.map(({ platform }) => platform)).to.deep.equal(['flickr']);
  });

  for (const address of STRANGERS)
    it(`does not know ${address}`, () => expect(verdict(address)).to.equal('unknown'));

  const fakes = new Set(
    [...tricks('gemeentevoorbeeld')]
      .filter((name) => name !== 'gemeentevoorbeeld')
      .flatMap((name) => [
        `https://www.facebook.com/${name}`,
        `https://www.tiktok.com/@${name}`,
        name,
      ]),
  );
  it(`never says ours of ${fakes.size} names made to look like it, and says what they are`, () => {
    expect(fakes.size).to.be.greaterThan(200);
    const answers = [...fakes].map((fake) => [fake, verdict(fake)] as const);
    expect(answers.filter(([, answer]) => answer === 'ours')).to.deep.equal([]);
    expect(answers.filter(([, answer]) => answer !== 'look-alike')).to.deep.equal([]);
  });

  for (const address of ELSEWHERE) {
    it(`is not taken in by ${address}`, () => expect(verdict(address)).to.equal('look-alike'));
  }

  for (const input of [
    '',
    ' ',
    'two words',
    'javascript:alert(1)',
    'mailto:a',
    'https://',
    'ftp://facebook.com/gemeentevoorbeeld',
    '@',
    '\ud800 x',
  ]) {
    it(`cannot read ${JSON.stringify(input)}`, () => expect(verdict(input)).to.equal('unreadable'));
  }

  it('survives anything', () => {
    for (const input of [
      '%',
      'https://%/',
      'a'.repeat(50_000),
      '@'.repeat(5000),
      'https://[::1',
      '\ud800',
      '__proto__',
      'constructor',
    ]) {
      expect(() => recogniseAccount(input, OURS)).not.to.throw();
    }
  });
});
