/**
 * What identifies an account in an address, platform by platform. Where an address has an id, the
 * id counts and the name beside it is decoration: `/pages/Anything/146269735565828`.
 */

/** What an address leads to on a platform. */
export interface Place {
  /** Equal for two addresses only where both lead to the same account. */
  key: string;
  /** The name to compare with names that look like it. */
  name: string;
  /** The name identifies nobody: an id does. */
  isDecoration?: boolean;
  /** A post, a video or a short link: whose it is, only opening it tells. */
  isPost?: boolean;
}

/** Reads the parts of a path on a platform; `undefined` where they name no account. */
type Read = (path: readonly string[], query: URLSearchParams) => Place | undefined;

const lower = (text = ''): string => text.toLowerCase();
const POST: Place = { key: '', name: '', isPost: true };
const TAB = /^[a-z][a-z_-]*$/i;
const DIGITS = /^\d+$/;

/** Behind an account only the tabs of its page may follow; anything else is a post of somebody. */
const only = (place: Place | undefined, rest: readonly string[], most = 1): Place | undefined =>
  place && (rest.length > most || !rest.every((part) => TAB.test(part)))
    ? { ...POST, name: place.name }
    : place;

/** A name: capitals make no difference. */
const named = (name: string | undefined, kind = ''): Place | undefined => {
  const plain = lower(name).replace(/^@/, '');
  return plain ? { key: kind + lower(name), name: plain } : undefined;
};

/** An id: capitals do make a difference. */
const byId = (id: string | undefined, kind: string, name = ''): Place | undefined =>
  id ? { key: kind + id, name: lower(name || id), isDecoration: true } : undefined;

/** A parameter that stands there twice says nothing. */
function single(query: URLSearchParams, name: string): string | undefined {
  const all = query.getAll(name);
  return all.length === 1 ? all[0] : undefined;
}

/** `name`, `name/tab`; `post` and `no` are first parts that lead elsewhere. */
const plainly =
  (post: readonly string[], no: readonly string[] = []): Read =>
  ([head, ...rest]) => {
    const first = lower(head);
    if (post.includes(first)) return POST;
    return no.includes(first) ? undefined : only(named(head), rest);
  };

/** `kind/name`, where only some kinds are accounts; `{ kind: 'exact' }` tells capitals apart. */
const kinds =
  (own: Readonly<Record<string, 'name' | 'exact' | 'post'>>, most = 1, other?: Read): Read =>
  ([head, name, ...rest], query) => {
    const kind = lower(head);
    const sort = Object.hasOwn(own, kind) ? own[kind] : undefined;
    if (sort === 'post') return POST;
    if (!sort)
      return other?.(
        [head, name, ...rest].filter((part) => part !== undefined),
        query,
      );
    const place = sort === 'exact' ? byId(name, `${kind}/`) : named(name, `${kind}/`);
    return only(place, rest, most);
  };

/** Accounts begin with an @ in the address, and nothing else does. */
const atNamed: Read = ([head = '', ...rest]) =>
  head.startsWith('@') ? only(named(head), rest) : undefined;

const NUMBERED = /^(?:(.+)-)?(\d{5,})$/;
const FACEBOOK_POSTS =
  'events hashtag media notes permalink.php photo photo.php photos posts reel reels share sharer sharer.php stories story.php video.php videos watch';
const FACEBOOK_PLACES =
  'ads business gaming help home home.php login login.php marketplace messages plugins policies policy.php privacy search settings';

/** `Name-146269735565828`, `146269735565828`, or a name of letters and dots. */
function facebookName(part: string | undefined): Place | undefined {
  const [, name, id] = NUMBERED.exec(part ?? '') ?? [];
  return id ? byId(id, 'id:', name) : named(part);
}

function facebookPage([first, second, third, ...rest]: readonly string[]): Place | undefined {
  if (lower(first) === 'category') {
    const place = facebookName(third);
    return place?.isDecoration ? only(place, rest) : undefined;
  }
  const id = /^(?:\d+|pfbid\w+)$/.test(second ?? '') ? second : undefined;
  return only(byId(id, 'id:', first), third === undefined ? rest : [third, ...rest]);
}

const facebook: Read = (path, query) => {
  const [head, ...rest] = path;
  const first = lower(head);
  switch (first) {
    case 'profile.php': {
      const id = single(query, 'id');
      return id && DIGITS.test(id) ? byId(id, 'id:') : undefined;
    }
    case 'pages':
    case 'people':
      return facebookPage(rest);
    case 'p':
    case 'pg':
      return only(facebookName(rest[0]), rest.slice(1));
    case 'groups':
      return only(named(rest[0], 'groups/'), rest.slice(1));
  }
  if (FACEBOOK_POSTS.split(' ').includes(first)) return POST;
  if (FACEBOOK_PLACES.split(' ').includes(first) || first.endsWith('.php')) return undefined;
  return only(facebookName(head), rest);
};

const x: Read = ([head, ...rest], query) => {
  const first = lower(head);
  if (first === 'intent' && /^(?:user|follow)$/i.test(rest[0] ?? '')) {
    return query.has('user_id') ? undefined : named(single(query, 'screen_name'));
  }
  // `i/user/1` is an account by its number; everything else there is a post, a list or a space.
  if (first === 'i')
    return lower(rest[0]) === 'user' && DIGITS.test(rest[1] ?? '') ? byId(rest[1], 'id:') : POST;
  const others =
    /^(?:compose|explore|hashtag|home|intent|login|messages|search|settings|share|tos)$/;
  // Capitals before the number of a post say nothing: only the number does.
  return others.test(first) ? undefined : only(named(head?.replace(/^@/, '')), rest);
};

const instagram: Read = ([head, ...rest], query) => {
  if (lower(head) === '_u') return instagram(rest, query);
  return plainly(
    ['p', 'reel', 'reels', 'tv', 'share', 'stories', 's', 'accounts', 'a'],
    ['explore', 'direct', 'about', 'developer', 'legal', 'web'],
  )([(head ?? '').replace(/^@/, ''), ...rest], query);
};

const linkedin: Read = ([head, ...rest], query) => {
  const first = lower(head);
  if (first === 'comm' || first === 'mwlite') return linkedin(rest, query);
  const id = first === 'newsletters' ? /-(\d{5,})$/.exec(rest[0] ?? '')?.[1] : undefined;
  if (id) return only(byId(id, 'newsletters/', rest[0]), rest.slice(1));
  return kinds(
    {
      company: 'name',
      school: 'name',
      showcase: 'name',
      in: 'name',
      pub: 'name',
      groups: 'name',
      posts: 'post',
      feed: 'post',
      pulse: 'post',
      events: 'post',
      video: 'post',
    },
    first === 'pub' ? 0 : 2,
  )([head ?? '', ...rest], query);
};

const YOUTUBE_POSTS =
  'attribution_link clip embed live playlist post redirect shorts v watch'.split(' ');
const YOUTUBE_PLACES = ['feed', 'feeds', 'gaming', 'hashtag', 'results', 'premium', 'about'];
const youtube = kinds({ channel: 'exact', c: 'name', user: 'name' }, 1, (path, query) =>
  lower(path[0]).startsWith('@')
    ? atNamed(path, query)
    : plainly(YOUTUBE_POSTS, YOUTUBE_PLACES)(path, query),
);

/** A telephone number, however it is written. */
const telephone = (number: string | undefined): Place | undefined => {
  const digits = (number ?? '').replace(/[\s+().-]/g, '');
  return DIGITS.test(digits) ? { key: `tel:${digits}`, name: digits } : undefined;
};

const whatsapp: Read = ([head, ...rest], query) => {
  const first = lower(head);
  if (first === 'send') return telephone(single(query, 'phone'));
  if (first === 'c' || first === 'catalog') return telephone(rest[0]);
  if (first === 'message' || first === 'qr' || first === 'channel' || first === 'invite')
    return only(byId(rest[0], `${first}/`), rest.slice(1), 0);
  return rest.length ? undefined : telephone(head);
};
const whatsappGroup: Read = ([head, ...rest]) =>
  lower(head) === 'invite' ? byId(rest[0], 'chat/') : only(byId(head, 'chat/'), rest, 0);

const telegram: Read = ([head = '', ...rest], query) => {
  const first = lower(head);
  if (first === 's' && rest.length) return telegram(rest, query);
  if (first === 'joinchat') return byId(rest[0], 'join/');
  if (/^\+\d{7,}$/.test(head)) return telephone(head);
  if (head.startsWith('+')) return byId(head.slice(1), 'join/');
  return plainly(
    ['c', 'share', 'iv'],
    ['addstickers', 'addemoji', 'addlist', 'proxy', 'socks', 'setlanguage', 'login', 'bg'],
  )([head, ...rest], query);
};

const discord: Read = ([head, ...rest]) => {
  const first = lower(head);
  if (first === 'invite') return only(byId(rest[0], 'invite/'), rest.slice(1), 0);
  if (first === 'channels') return rest.length > 1 ? POST : byId(rest[0], 'channels/');
  if (first === 'users') return byId(rest[0], 'users/');
  const server = first === 'servers' ? /(\d{5,})$/.exec(rest[0] ?? '')?.[1] : undefined;
  return byId(server, 'channels/', rest[0]);
};

const bluesky = kinds({ profile: 'name', 'starter-pack': 'post', start: 'post' });
const REDDIT = new Map([
  ['r', 'r'],
  ['u', 'u'],
  ['user', 'u'],
]);
const reddit: Read = ([head, name, ...rest]) => {
  const kind = REDDIT.get(lower(head));
  return kind ? only(named(name, `${kind}/`), rest) : POST;
};
const flickr: Read = ([head, name, ...rest]) => {
  const kind = lower(head);
  if (kind === 'groups') return only(named(name, 'groups/'), rest);
  return kind === 'photos' || kind === 'people' ? only(named(name), rest) : undefined;
};
const snapchat: Read = ([head = '', name, ...rest]) => {
  if (head.startsWith('@')) return only(named(head.slice(1)), name ? [name, ...rest] : []);
  return lower(head) === 'add' ? only(named(name), rest) : POST;
};
const pinterest: Read = (path, query) =>
  // A board stands under the name of who keeps it.
  path.length > 1 && lower(path[0]) !== 'pin'
    ? named(path[0])
    : plainly(['pin'], ['ideas', 'search', 'today', 'explore'])(path, query);
const vimeo: Read = (path, query) =>
  DIGITS.test(path[0] ?? '')
    ? POST
    : kinds({ channels: 'name', groups: 'name', showcase: 'exact', ondemand: 'name' }, 1, (rest) =>
        only(named(rest[0]), rest.slice(1)),
      )(path, query);
const github: Read = ([head, ...rest]) =>
  lower(head) === 'orgs' ? named(rest[0]) : rest.length > 1 ? POST : named(head);
const podcast: Read = (path) => byId(/^id\d+$/.exec(path.at(-1) ?? '')?.[0], 'podcast/');
const spotify: Read = ([head = '', ...rest], query) =>
  /^intl-[a-z]{2}$/i.test(head)
    ? spotify(rest, query)
    : kinds({
        show: 'exact',
        artist: 'exact',
        user: 'exact',
        playlist: 'exact',
        episode: 'post',
        track: 'post',
        album: 'post',
      })([head, ...rest], query);

interface Platform {
  hosts: string;
  read: Read;
  /** What may stand before the host; by default phones, languages and countries. */
  before?: RegExp;
}

const NONE = /^www\./;
const PLATFORMS: readonly Platform[] = [
  { hosts: 'facebook.com fb.com', read: facebook },
  { hosts: 'm.me', read: ([head]) => facebookName(head), before: NONE },
  { hosts: 'x.com twitter.com', read: x },
  { hosts: 'instagram.com instagr.am', read: instagram },
  { hosts: 'linkedin.com', read: linkedin },
  {
    hosts: 'youtube.com youtube-nocookie.com',
    read: youtube,
    before: /^(?:www|m|music|[a-z]{2})\./,
  },
  {
    hosts: 'tiktok.com',
    read: (path, query) =>
      /^(?:t|v|embed|share)$/i.test(path[0] ?? '') ? POST : atNamed(path, query),
    before: /^(?:www|m)\./,
  },
  {
    hosts: 'threads.com threads.net',
    read: (path, query) => (lower(path[0]) === 't' ? POST : atNamed(path, query)),
    before: NONE,
  },
  { hosts: 'whatsapp.com wa.me', read: whatsapp, before: /^(?:www|api|web)\./ },
  { hosts: 'chat.whatsapp.com', read: whatsappGroup, before: NONE },
  { hosts: 't.me telegram.me telegram.dog', read: telegram, before: NONE },
  { hosts: 'discord.com discordapp.com', read: discord, before: /^(?:www|ptb|canary)\./ },
  { hosts: 'discord.gg', read: (path, query) => discord(['invite', ...path], query), before: NONE },
  { hosts: 'bsky.app', read: bluesky, before: NONE },
  { hosts: 'reddit.com', read: reddit, before: /^(?:www|old|new|np|m|i|[a-z]{2})\./ },
  { hosts: 'flickr.com', read: flickr },
  { hosts: 'snapchat.com', read: snapchat, before: /^(?:www|story)\./ },
  {
    hosts:
      'pinterest.com pinterest.at pinterest.be pinterest.ca pinterest.ch pinterest.cl pinterest.co.kr pinterest.co.uk pinterest.com.au pinterest.com.mx pinterest.de pinterest.dk pinterest.es pinterest.fr pinterest.ie pinterest.it pinterest.jp pinterest.nl pinterest.nz pinterest.ph pinterest.pt pinterest.ru pinterest.se',
    read: pinterest,
  },
  { hosts: 'vimeo.com', read: vimeo, before: NONE },
  { hosts: 'github.com', read: github, before: NONE },
  { hosts: 'twitch.tv', read: plainly(['videos', 'directory', 'clip']), before: /^(?:www|m)\./ },
  {
    hosts: 'soundcloud.com',
    read: plainly(['discover', 'search', 'stream']),
    before: /^(?:www|m)\./,
  },
  { hosts: 'open.spotify.com', read: spotify, before: NONE },
  { hosts: 'podcasts.apple.com', read: podcast, before: NONE },
];

/** Where the addresses of several hosts lead to the same accounts, one speaks for all. */
const CANONICAL: Readonly<Record<string, string>> = {
  'm.me': 'facebook.com',
  'discord.gg': 'discord.com',
};

const ANY = /^(?:www|m|mobile|touch|mbasic|web|[a-z]{2}(?:-[a-z]{2})?)\./;
const byHost = new Map(
  PLATFORMS.flatMap((platform) =>
    platform.hosts.split(' ').map((host) => [host, platform] as const),
  ),
);

/** Hosts of short links, and of pages that lead on to another. */
const SHORT = new Set(
  'youtu.be t.co lnkd.in fb.me fb.watch pin.it flic.kr redd.it vm.tiktok.com vt.tiktok.com on.soundcloud.com spotify.link spoti.fi go.bsky.app clips.twitch.tv player.vimeo.com l.facebook.com lm.facebook.com l.instagram.com l.messenger.com l.threads.com out.reddit.com bit.ly tinyurl.com ow.ly buff.ly goo.gl maps.app.goo.gl is.gd v.gd t.ly rb.gy cutt.ly dlvr.it ift.tt trib.al hubs.ly wp.me tmblr.co tiny.cc shorturl.at wa.link lc.cx dub.sh qrco.de'.split(
    ' ',
  ),
);

export interface Located extends Partial<Place> {
  /** Host after normalising. */
  host: string;
  /** The platform is one of those above: without a `key` the address names no account. */
  isPlatform: boolean;
}

/** What an address leads to, where its host is a platform or a shortener of links. */
export function locate(url: URL, path: readonly string[]): Located {
  const raw = url.host.toLowerCase().replace(/\.$/, '');
  const host = raw.replace(/^www\./, '');
  if (SHORT.has(host)) return { host, isPlatform: true, ...POST };
  if (host.endsWith('.t.me') && host.split('.').length === 3)
    return { host: 't.me', isPlatform: true, ...named(host.slice(0, -5)) };
  if (host.endsWith('.bsky.social'))
    return { host: 'bsky.app', isPlatform: true, ...named(host, 'profile/') };
  const platform = byHost.get(host) ?? byHost.get(raw.replace(ANY, '')) ?? inside(raw);
  if (!platform) return { host, isPlatform: false };
  const [first = ''] = platform.hosts.split(' ');
  const place = platform.read(path, url.searchParams);
  return { host: CANONICAL[first] ?? first, isPlatform: true, ...place };
}

/** The platform a host is a subdomain of that it serves its own pages by. */
function inside(raw: string): Platform | undefined {
  for (const [host, platform] of byHost) {
    if (!raw.endsWith(`.${host}`)) continue;
    const before = raw.slice(0, -host.length);
    if ((platform.before ?? ANY).exec(before)?.[0] === before) return platform;
  }
  return undefined;
}
