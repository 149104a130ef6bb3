import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { recogniseAccount } from '../../src/policy/accounts.js';
import type { Profile } from '../../src/policy/schema.js';

const profile = (url: string, more: Partial<Profile> = {}): Profile => ({
  id: 'a',
  platform: 'other',
  name: 'Elzenbrug',
  url,
  ...more,
});

/** A listed address; other ways to write the same account; addresses of others. */
const FORMS: readonly [listed: string, genuine: string, others: string][] = [
  [
    'https://www.facebook.com/pages/Elzenbrug/146269735565828',
    'https://www.facebook.com/pages/Elzenbrug/146269735565828/ https://m.facebook.com/pages/Renamed/146269735565828 https://www.facebook.com/profile.php?id=146269735565828 https://www.facebook.com/profile.php?id=146269735565828&sk=about facebook.com/146269735565828 https://www.facebook.com/people/Elzenbrug/146269735565828 https://www.facebook.com/p/Elzenbrug-146269735565828/ https://www.facebook.com/Elzenbrug-146269735565828 https://nl-nl.facebook.com/pages/category/City/Elzenbrug-146269735565828/?ref=page_internal https://www.facebook.com/pg/Elzenbrug-146269735565828/about/ https://m.me/146269735565828',
    'https://www.facebook.com/pages/Elzenbrug/999999999999999 https://www.facebook.com/profile.php?id=999999999999999 https://www.facebook.com/people/Elzenbrug/999999999999999 https://www.facebook.com/p/Elzenbrug-999999999999999/ https://www.facebook.com/Elzenbrug-999999999999999 https://www.facebook.com/Elzenbrug https://www.facebook.com/pages/Elzenbrug https://www.facebook.com/pages/146269735565828/999999999999999 https://www.facebook.com/profile.php?id=146269735565828&id=999999999999999 https://www.facebook.com/profile.php?id=999999999999999&name=146269735565828 https://www.facebook.com/groups/146269735565828 https://www.facebook.com/groups/999/user/146269735565828 https://www.facebook.com/pages/category/City/Elzenbrug-999999999999999',
  ],
  [
    'https://www.facebook.com/profile.php?id=100012345678',
    'https://www.facebook.com/people/Elzenbrug/100012345678/ facebook.com/100012345678 https://www.facebook.com/pages/Elzenbrug/100012345678 https://mbasic.facebook.com/profile.php?v=info&id=100012345678',
    'https://www.facebook.com/people/Elzenbrug/100012345679/ https://www.facebook.com/profile.php?id=10001234567 https://www.facebook.com/profile.php https://www.facebook.com/profile.php?ID=1&id=2',
  ],
  [
    'https://www.facebook.com/elzenbrug',
    'https://www.facebook.com/Elzenbrug/?locale=nl_BE https://fb.com/elzenbrug https://touch.facebook.com/elzenbrug/photos https://www.facebook.com/pg/elzenbrug/about https://m.me/elzenbrug https://FR-FR.FACEBOOK.COM/ELZENBRUG?fbclid=abc',
    'https://www.facebook.com/groups/elzenbrug https://www.facebook.com/elzenbrug.official https://www.facebook.com/watch/elzenbrug/ https://www.facebook.com/elzen.brug https://www.facebook.com/elzenbrug-123456789 https://www.facebook.com/pages/elzenbrug/123456789 https://www.facebook.com/search/top?q=elzenbrug https://www.facebook.com/sharer/sharer.php?u=elzenbrug https://www.facebook.com/elzenbrug/posts/123456 https://www.facebook.com/elzenbrug/videos/123456/',
  ],
  [
    'https://wa.me/32470123456',
    'https://api.whatsapp.com/send?phone=32470123456 https://api.whatsapp.com/send/?phone=%2B32470123456&text=hallo https://web.whatsapp.com/send?phone=+32470123456 wa.me/+32470123456 https://wa.me/32470123456?text=hallo https://wa.me/c/32470123456 +32470123456',
    'https://wa.me/32470123457 https://api.whatsapp.com/send?phone=32470123457 https://api.whatsapp.com/send?phone=32470123456&phone=32470999999 https://wa.me/message/32470123456 https://api.whatsapp.com/send?text=32470123456',
  ],
  [
    'https://t.me/elzenbrug',
    'https://t.me/s/elzenbrug https://telegram.me/Elzenbrug https://t.me/elzenbrug?start=1 https://elzenbrug.t.me/ http://t.me/s/Elzenbrug/',
    'https://t.me/s/elzenbrugg https://t.me/joinchat/elzenbrug https://t.me/+elzenbrug https://t.me/c/elzenbrug https://t.me/share/url?url=elzenbrug https://t.me/addstickers/elzenbrug https://t.me/elzenbrug/12',
  ],
  [
    'https://discord.gg/AbC123',
    'https://discord.com/invite/AbC123 https://discordapp.com/invite/AbC123/ https://www.discord.com/invite/AbC123?event=1',
    'https://discord.gg/abc123 https://discord.com/AbC123 https://discord.com/channels/AbC123/1 https://discord.com/users/AbC123',
  ],
  [
    'https://www.youtube.com/c/Elzenbrug',
    'https://youtube.com/c/elzenbrug/videos https://m.youtube.com/c/ELZENBRUG?sub_confirmation=1',
    'https://www.youtube.com/user/Elzenbrug https://www.youtube.com/@Elzenbrug https://www.youtube.com/channel/Elzenbrug https://www.youtube.com/Elzenbrug',
  ],
  [
    'https://www.youtube.com/user/Elzenbrug',
    'https://youtube.com/user/elzenbrug/playlists https://www.youtube.com/user/Elzenbrug?feature=mhee',
    'https://www.youtube.com/c/Elzenbrug https://www.youtube.com/user/Elzenbrug1',
  ],
  [
    'https://www.youtube.com/channel/UCR3nOFMqBB-kRpKFwgapMaQ',
    'https://m.youtube.com/channel/UCR3nOFMqBB-kRpKFwgapMaQ/about https://music.youtube.com/channel/UCR3nOFMqBB-kRpKFwgapMaQ https://youtube.com/channel/UCR3nOFMqBB-kRpKFwgapMaQ?view_as=subscriber',
    'https://www.youtube.com/channel/UCR3nOFMqBB-kRpKFwgapMaq https://www.youtube.com/channel/ucr3nofmqbb-krpkfwgapmaq https://www.youtube.com/watch?v=UCR3nOFMqBB-kRpKFwgapMaQ https://www.youtube.com/redirect?q=UCR3nOFMqBB-kRpKFwgapMaQ',
  ],
  [
    'https://ca.linkedin.com/company/Elzenbrug',
    'HTTPS://CA.LINKEDIN.COM/COMPANY/ELZENBRUG https://www.linkedin.com/company/elzenbrug/posts/?feedView=all https://be.linkedin.com/company/elzenbrug?trk=x https://www.linkedin.com/comm/company/elzenbrug',
    'https://www.linkedin.com/in/elzenbrug https://www.linkedin.com/school/elzenbrug https://www.linkedin.com/company/elzenbrug-2 https://www.linkedin.com/company/123/elzenbrug',
  ],
  [
    'https://www.linkedin.com/newsletters/elzenbrug-6912345678901234567',
    'https://www.linkedin.com/newsletters/renamed-6912345678901234567/',
    'https://www.linkedin.com/newsletters/elzenbrug-6912345678901234568',
  ],
  [
    'https://www.tiktok.com/@elzenbrug',
    'https://m.tiktok.com/@Elzenbrug?_t=8a&_r=1 https://www.tiktok.com/@elzenbrug/live',
    'https://www.tiktok.com/@elzenbrug1 https://www.tiktok.com/@elzenbrug/video/7301 https://www.tiktok.com/tag/elzenbrug',
  ],
  [
    'https://x.com/elzenbrug',
    'https://twitter.com/Elzenbrug?s=20 https://mobile.twitter.com/elzenbrug/with_replies https://twitter.com/intent/follow?screen_name=elzenbrug https://x.com/@elzenbrug',
    'https://x.com/elzenbrug/status/999 https://x.com/i/user/1 https://twitter.com/intent/user?screen_name=other https://twitter.com/intent/user?user_id=9&screen_name=elzenbrug https://x.com/search?q=elzenbrug https://x.com/hashtag/elzenbrug',
  ],
  [
    'https://www.instagram.com/elzenbrug/',
    'https://instagram.com/elzenbrug?igsh=MzRl https://www.instagram.com/_u/elzenbrug https://www.instagram.com/Elzenbrug/tagged/',
    'https://www.instagram.com/p/elzenbrug/ https://www.instagram.com/elzenbrug/p/Cx1 https://www.instagram.com/stories/elzenbrug/3 https://www.instagram.com/explore/tags/elzenbrug https://www.instagram.com/elzenbrug_',
  ],
  [
    'https://www.snapchat.com/add/elzenbrug',
    'https://www.snapchat.com/@elzenbrug https://snapchat.com/add/Elzenbrug?share_id=1 https://story.snapchat.com/@elzenbrug',
    'https://www.snapchat.com/p/elzenbrug https://www.snapchat.com/spotlight/elzenbrug',
  ],
  [
    'https://podcasts.apple.com/be/podcast/elzenbrug/id1234567890',
    'https://podcasts.apple.com/nl/podcast/anders/id1234567890 https://podcasts.apple.com/podcast/id1234567890',
    'https://podcasts.apple.com/be/podcast/elzenbrug/id1234567891',
  ],
  [
    'https://open.spotify.com/show/4rOoJ6Egrf8K2IrywzwOMk',
    'https://open.spotify.com/intl-nl/show/4rOoJ6Egrf8K2IrywzwOMk?si=1',
    'https://open.spotify.com/show/4roOJ6Egrf8K2IrywzwOMk https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk',
  ],
  [
    'https://www.pinterest.com/elzenbrug/',
    'https://nl.pinterest.com/elzenbrug/ https://www.pinterest.co.uk/elzenbrug/_created/ https://pinterest.com/elzenbrug/een-bord/',
    'https://pinterest.tk/elzenbrug https://www.pinterest.com/pin/1234/',
  ],
  [
    'https://mastodon.social/@elzenbrug',
    '@Elzenbrug@mastodon.social https://mastodon.social/users/elzenbrug https://mastodon.social/web/@elzenbrug https://Mastodon.social/@elzenbrug/media',
    'https://mastodon.social/@elzenbrug@evil.example https://mstdn.social/@elzenbrug https://mastodon.social/@elzenbrug/112233445566 https://mastodon.social/elzenbrug',
  ],
  [
    'https://forum.example/user.php?id=12',
    'https://forum.example/user.php?id=12&utm_source=mail',
    'https://forum.example/user.php?id=99 https://forum.example/user.php https://forum.example/user.php?id=12&id=99',
  ],
  [
    'https://matrix.to/#/#elzenbrug:example.org',
    'https://matrix.to/#/#elzenbrug:example.org',
    'https://matrix.to/#/#elzenbrug:evil.example https://matrix.to/ https://matrix.to/other',
  ],
  [
    'https://signal.me/#p/+32470123456',
    'https://signal.me/#p/+32470123456',
    'https://signal.me/#p/+32470999999 https://signal.me/',
  ],
  [
    'https://www.facebook.com/share/1AbCdEf/',
    'https://www.facebook.com/share/1AbCdEf/?mibextid=x',
    'https://www.facebook.com/share/1abcdef/ https://www.facebook.com/share/ZZZ',
  ],
];

const POSTS =
  `youtu.be/dQw4w9WgXcQ https://www.instagram.com/p/Cx1/ https://www.instagram.com/reel/Cx1/?igsh=1
https://vm.tiktok.com/ZM123/ https://vt.tiktok.com/ZM123/ https://www.facebook.com/share/1AbC/ https://www.facebook.com/share/p/1AbC/
https://lnkd.in/eAbC https://t.co/AbC https://bit.ly/3AbC https://fb.watch/abc/ https://fb.me/abc https://fb.me/elzenbrug
https://www.youtube.com/watch?v=dQw4w9WgXcQ https://www.youtube.com/shorts/dQw https://youtube.com/playlist?list=PL1 https://www.youtube.com/live/abc
https://www.linkedin.com/posts/elzenbrug_wij-activity-7123 https://www.linkedin.com/feed/update/urn:li:activity:7123
https://x.com/elzenbrug/status/1 https://x.com/i/web/status/1 https://www.tiktok.com/@elzenbrug/video/1 https://www.tiktok.com/t/ZT1/
https://www.facebook.com/elzenbrug/posts/pfbid02 https://www.facebook.com/photo/?fbid=1 https://www.facebook.com/story.php?story_fbid=1&id=2
https://www.facebook.com/reel/1 https://www.facebook.com/watch/?v=1 https://www.facebook.com/events/1 https://www.threads.net/@elzenbrug/post/C1
https://www.threads.com/t/C1 https://bsky.app/profile/elzenbrug.example/post/3k https://pin.it/1 https://www.pinterest.com/pin/1/
https://t.me/elzenbrug/12 https://www.reddit.com/r/elzenbrug/comments/1/x/ https://redd.it/1 https://vimeo.com/123456 https://www.flickr.com/photos/elzenbrug/123
https://mastodon.social/@elzenbrug/112 https://www.instagram.com/stories/elzenbrug/3/ https://www.snapchat.com/spotlight/W7`.split(
    /\s+/,
  );

describe('an account in another form', () => {
  for (const [listed, genuine, others] of FORMS) {
    const verdicts = (list: string) =>
      list
        .split(' ')
        .map((address) => [address, recogniseAccount(address, [profile(listed)]).verdict] as const);
    it(`is recognised where ${listed} is listed`, () => {
      expect(verdicts(`${listed} ${genuine}`).filter(([, is]) => is !== 'ours')).to.deep.equal([]);
    });
    it(`of somebody else is not ours where ${listed} is listed`, () => {
      expect(verdicts(others).filter(([, is]) => is === 'ours')).to.deep.equal([]);
    });
  }

  it('is the same by whichever of its forms it is listed', () => {
    for (const [listed, genuine] of FORMS) {
      for (const form of genuine.split(' ').filter((each) => each.includes('/')))
        expect(recogniseAccount(listed, [profile(form)]).verdict, `${listed} by ${form}`).to.equal(
          'ours',
        );
    }
  });

  it('is asked for where a post or a short link was pasted', () => {
    const listed = FORMS.map(([url]) => profile(url));
    const others = POSTS.map((post) => [post, recogniseAccount(post, listed).verdict]);
    expect(others.filter(([, is]) => is !== 'post')).to.deep.equal([]);
  });

  it('never is what is listed beside it', () => {
    const listed = [...new Set(FORMS.flatMap(([url, genuine]) => [url, ...genuine.split(' ')]))];
    for (const [url, genuine] of FORMS) {
      const own = new Set([url, ...genuine.split(' ')]);
      const taken = listed
        .filter((address) => !own.has(address))
        .filter((address) => recogniseAccount(address, [profile(url)]).verdict === 'ours');
      expect(taken, url).to.deep.equal([]);
    }
  });

  it('is read as mail programs and chats leave it', () => {
    for (const wrap of ['<%>', '“%”', '(%)', '%.', '%,', '\u200b%\u200b', '"%"', '%;'])
      expect(
        recogniseAccount(wrap.replace('%', 'https://x.com/elzenbrug'), [
          profile('https://x.com/elzenbrug'),
        ]).verdict,
        wrap,
      ).to.equal('ours');
  });

  it('of a platform as a whole is nobody’s', () => {
    for (const home of ['https://www.facebook.com/', 'https://www.youtube.com', 'https://wa.me/'])
      for (const asked of [home, `${home}/somebody`, `${home}/channel/UC1`])
        expect(recogniseAccount(asked, [profile(home)]).verdict, asked).not.to.equal('ours');
  });

  it('by its number alone is not what bears its name', () => {
    const page = profile('https://www.facebook.com/pages/Elzenbrug/146269735565828');
    expect(recogniseAccount('Elzenbrug', [page]).verdict).not.to.equal('ours');
    const withHandle = { ...page, handle: '@Elzenbrug' };
    expect(recogniseAccount('@elzenbrug', [withHandle]).verdict).to.equal('ours');
  });
});

interface Official {
  platform: string;
  account: string;
  holder: string;
}

/** The address of an account as lists have it, and other ways to write it. */
function addressesOf({ platform, account }: Official): string[] {
  const upper = account.toUpperCase();
  switch (platform) {
    case 'twitter':
      return [
        'https://x.com/%',
        'https://twitter.com/%',
        'https://mobile.twitter.com/%?lang=nl',
        `HTTPS://TWITTER.COM/${upper}`,
        'x.com/%/media',
      ].map((each) => each.replace('%', account));
    case 'facebook':
      return [
        'https://www.facebook.com/%',
        'https://m.facebook.com/%/',
        'https://nl-be.facebook.com/%?fbclid=1',
        'fb.com/%',
        'https://www.facebook.com/pg/%/about/',
      ].map((each) => each.replace('%', account));
    case 'instagram':
      return [
        'https://www.instagram.com/%/',
        'https://instagram.com/%?igsh=1',
        'instagram.com/%/reels',
      ].map((each) => each.replace('%', account));
    case 'youtube': {
      const at = account.startsWith('@')
        ? account
        : account.startsWith('UC')
          ? `channel/${account}`
          : `user/${account}`;
      return [
        'https://www.youtube.com/%',
        'https://m.youtube.com/%/videos',
        'youtube.com/%?sub_confirmation=1',
      ].map((each) => each.replace('%', at));
    }
    default: {
      const [, name, host] = account.split('@');
      return [
        `https://${host}/@${name}`,
        account,
        `https://${host}/users/${name}`,
        `${name}@${host}`,
      ];
    }
  }
}

/** Accounts nobody here wrote down: in the folder that CORPUS names, if any. */
const LIST = `${process.env['CORPUS'] ?? ''}/profiles/congress-accounts.json`;

(existsSync(LIST) ? describe : describe.skip)('real lists of accounts', () => {
  let accounts: Official[] = [];
  before(() => {
    accounts = JSON.parse(readFileSync(LIST, 'utf8')) as Official[];
  });

  it('are recognised in every form, and none is taken for another', () => {
    expect(accounts.length).to.be.greaterThan(0);
    const wrong: string[] = [];
    const holders = [...new Set(accounts.map(({ holder }) => holder))];
    for (const holder of holders) {
      const own = accounts.filter((each) => each.holder === holder);
      const listed = own.map((each) => profile(addressesOf(each)[0]!));
      for (const form of own.flatMap(addressesOf))
        if (recogniseAccount(form, listed).verdict !== 'ours') wrong.push(`${form} of ${holder}`);
    }
    expect(wrong).to.deep.equal([]);
  });

  it('name one account each, whoever lists it', () => {
    const byAddress = accounts.map((each) => [each, profile(addressesOf(each)[0]!)] as const);
    const all = byAddress.map(([, one]) => one);
    const wrong: string[] = [];
    for (const [account, own] of byAddress) {
      for (const form of addressesOf(account).filter((each) => each.includes('/'))) {
        const { verdict, profiles } = recogniseAccount(form, all);
        const others = profiles.filter(({ url }) => url.toLowerCase() !== own.url.toLowerCase());
        if (verdict !== 'ours' || others.length)
          wrong.push(`${form}: ${verdict} ${others.map(({ url }) => url).join()}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });
});
