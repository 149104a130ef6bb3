/**
 * Is this account ours? Says so only for an address that leads to a listed profile and nowhere
 * else; what merely looks like one is told apart.
 */
import { looksLike } from './confusables.js';
import type { Profile } from './schema.js';

export type AccountVerdict = 'ours' | 'closed' | 'look-alike' | 'unknown' | 'unreadable';
export type LookAlikeReason = 'letters' | 'words' | 'platform' | 'address';

export interface AccountAnswer {
  verdict: AccountVerdict;
  /** The profiles it is, or looks like. */
  profiles: readonly Profile[];
  /** Only a name was given: on a platform that is not named here it may be anybody's. */
  nameOnly?: boolean;
  /** In what a look-alike differs. */
  reason?: LookAlikeReason;
}

interface Account {
  /** Host after normalising; empty for a handle by itself. */
  host: string;
  /** What names the account there, e.g. `@name` or `company/name`. */
  path: string;
  /** The bare name. */
  name: string;
}

/** Hosts that are one and the same place. */
const HOSTS: Readonly<Record<string, string>> = {
  'fb.com': 'facebook.com',
  'fb.me': 'facebook.com',
  'twitter.com': 'x.com',
  'instagr.am': 'instagram.com',
  'threads.net': 'threads.com',
  'telegram.me': 't.me',
  'telegram.dog': 't.me',
  'youtube-nocookie.com': 'youtube.com',
};
const KNOWN = new Set([
  ...Object.values(HOSTS),
  'linkedin.com',
  'tiktok.com',
  'whatsapp.com',
  'wa.me',
  'bsky.app',
  'pinterest.com',
  'snapchat.com',
  'reddit.com',
  'flickr.com',
  'vimeo.com',
  'github.com',
  'twitch.tv',
]);
/** Subdomains by which platforms serve phones, languages and countries. */
const SUBDOMAIN = /^(?:www|m|mobile|touch|mbasic|web|[a-z]{2}(?:-[a-z]{2})?)\.(?=.+\..+)/;
/** First parts of a path that name no account by themselves. */
const PREFIXES = new Set([
  'company',
  'school',
  'showcase',
  'in',
  'c',
  'user',
  'channel',
  'profile',
  'r',
  'u',
  'photos',
  'people',
  'pages',
  'groups',
  'add',
  's',
  'stories',
  'newsletters',
]);

/** Reads an address or a handle as somebody pasted it; `undefined` when it is neither. */
export function parseAccount(input: string): Account | undefined {
  const text = input.trim();
  if (!text || /\s/.test(text)) return undefined;
  const federated = /^@?([^@/:\s]+)@([^@/:\s]+\.[^@/:\s]+)$/.exec(text);
  if (federated && !/^[a-z][a-z0-9+.-]*:/i.test(text)) {
    return fromUrl(`https://${federated[2]}/@${federated[1]}`);
  }
  if (/^https?:/i.test(text)) return fromUrl(text);
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text)) return undefined;
  // `name.example` by itself is a handle as well as a host: a slash makes it an address.
  if (text.includes('/') && !text.startsWith('@'))
    return fromUrl(`https://${text.replace(/^\/+/, '')}`);
  if (/^(?:www|m)\./i.test(text)) return fromUrl(`https://${text}`);
  const name = text.replace(/^@/, '');
  return name ? { host: '', path: name.toLowerCase(), name: name.toLowerCase() } : undefined;
}

function fromUrl(address: string): Account | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  // Another port, or a name before the host, is another place.
  if (url.username || url.password)
    return { host: `${url.host}#`, path: url.pathname, name: nameOf(url.pathname) };
  const host = hostOf(url.host);
  const segments = url.pathname.split('/').filter(Boolean).map(decode);
  const path = pathOf(host, segments, url.searchParams);
  return { host, path, name: nameOf(path) || host };
}

function hostOf(raw: string): string {
  let host = raw.toLowerCase().replace(/\.$/, '');
  const bare = host.replace(SUBDOMAIN, '');
  // Only a platform is the same under its subdomains; of any other host just `www.` is.
  if (KNOWN.has(HOSTS[bare] ?? bare) || bare.startsWith('pinterest.')) host = bare;
  else host = host.replace(/^www\./, '');
  if (/^pinterest\.(?:[a-z]{2}|co\.uk|com)$/.test(host)) return 'pinterest.com';
  return Object.hasOwn(HOSTS, host) ? HOSTS[host]! : host;
}

function pathOf(host: string, segments: readonly string[], query: URLSearchParams): string {
  const [first = '', second] = segments;
  const id = query.get('id');
  if (host === 'facebook.com' && first === 'profile.php' && id) return `profile/${id}`;
  if (!KNOWN.has(host)) return segments.join('/').toLowerCase();
  const deep = PREFIXES.has(first.toLowerCase()) && second !== undefined;
  const own = deep ? [first.toLowerCase(), caseOf(host, first, second)] : [first.toLowerCase()];
  return own.join('/');
}

/** The id of a channel tells capitals apart; a name does not. */
const caseOf = (host: string, prefix: string, name: string): string =>
  (host === 'youtube.com' || host === 'whatsapp.com') && prefix === 'channel'
    ? name
    : name.toLowerCase();

const nameOf = (path: string): string =>
  (path.split('/').at(-1) ?? '').replace(/^@/, '').toLowerCase();

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize('NFC');
  } catch {
    return segment;
  }
}

/** Whether an address leads to a profile, or to something on a site that is a profile as a whole. */
function leadsTo(account: Account, profile: Account): boolean {
  if (account.host !== profile.host) return false;
  if (account.path === profile.path) return true;
  if (KNOWN.has(profile.host)) return false;
  return profile.path === '' || account.path.startsWith(`${profile.path}/`);
}

/** What an address or a handle is, for an organisation with these profiles. Never throws. */
export function recogniseAccount(input: string, profiles: readonly Profile[]): AccountAnswer {
  const account = parseAccount(input);
  if (!account) return { verdict: 'unreadable', profiles: [] };
  const known = profiles.flatMap((profile) => {
    const own = parseAccount(profile.url);
    return own ? [{ profile, own, names: namesOf(profile, own) }] : [];
  });
  const same = known.filter(({ own, names }) =>
    account.host ? leadsTo(account, own) : names.includes(account.name),
  );
  if (same.length) {
    const open = same.filter(({ profile }) => profile.state !== 'closed');
    return open.length
      ? { verdict: 'ours', profiles: open.map(({ profile }) => profile), nameOnly: !account.host }
      : { verdict: 'closed', profiles: same.map(({ profile }) => profile) };
  }
  for (const { profile, own, names } of known) {
    const reason = resemblance(account, own, names, input);
    if (reason) return { verdict: 'look-alike', profiles: [profile], reason };
  }
  return { verdict: 'unknown', profiles: [] };
}

/** The names an account of ours goes by. */
const namesOf = ({ handle }: Profile, own: Account): string[] => [
  ...new Set([own.name, ...(handle ? [parseAccount(handle)?.name ?? ''] : [])].filter(Boolean)),
];

function resemblance(
  account: Account,
  own: Account,
  names: readonly string[],
  input: string,
): LookAlikeReason | undefined {
  for (const name of names) {
    if (account.name === name) return account.host === own.host ? 'address' : 'platform';
    const like = looksLike(account.name, name);
    if (like) return like;
  }
  // Our name somewhere else in the address: in the host, before an @, behind another account.
  const address = input.replace(/^https?:\/\//i, '');
  const elsewhere = names.some((name) => looksLike(address, name) === 'words');
  const disguised = account.host !== own.host && looksLike(account.host, own.host) === 'letters';
  return elsewhere || disguised ? 'address' : undefined;
}
