/**
 * Is this account ours? Says so only for an address that leads to a listed profile and nowhere
 * else; what merely looks like one is told apart.
 */
import { looksLike } from './confusables.js';
import { locate, type Located } from './platform-addresses.js';
import type { Profile } from './schema.js';

/** `post`: a post or a short link, of which only opening it tells whose it is. */
export type AccountVerdict = 'ours' | 'closed' | 'look-alike' | 'post' | 'unknown' | 'unreadable';
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

interface Account extends Located {
  /** What names the account there, e.g. `@name` or `company/name`; empty for a site as a whole. */
  path: string;
  /** The bare name. */
  name: string;
  /** Parameters and fragment that identify something on a site that is no known platform. */
  more: string;
  /** The address as it was written, but for what says nothing. */
  exact: string;
}

const EDGES =
  /^[\s<>"'“”‘’«»()\u200b-\u200f\u202a-\u202e\u2060\ufeff]+|[\s<>"'“”‘’«»(),;.!\u200b-\u200f\u202a-\u202e\u2060\ufeff]+$/g;
const TELEPHONE = /^(?:\+|00)[\d\s().-]{8,}$/;

/** Reads an address or a handle as somebody pasted it; `undefined` when it is neither. */
export function parseAccount(input: string): Account | undefined {
  const text = input.replace(EDGES, '');
  if (TELEPHONE.test(text)) return handle(text.replace(/\D/g, '').replace(/^00/, ''));
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
  const name = text.replace(/^@/, '').toLowerCase();
  return name ? handle(name) : undefined;
}

const handle = (name: string): Account => ({
  host: '',
  isPlatform: false,
  path: name,
  name,
  more: '',
  exact: name,
});

function fromUrl(address: string): Account | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  const segments = url.pathname.split('/').filter(Boolean).map(decode);
  const located = locate(url, segments);
  const query = parameters(url);
  const exact = `${located.host}/${url.pathname.split('/').filter(Boolean).join('/')}?${query}`;
  if (located.isPlatform && !url.username && !url.password) {
    const { key: path = '', name = '' } = located;
    return { ...located, path, name: name || nameOf(segments.at(-1) ?? ''), more: '', exact };
  }
  // A name before the host makes it another place.
  const host = url.username || url.password ? `${located.host}#` : located.host;
  const path = segments.map(sameCase).join('/');
  const isPost = segments[0]?.startsWith('@') && segments.slice(1).some((part) => /\d/.test(part));
  const more = query + (/[/:@+]/.test(url.hash) || !path ? url.hash : '');
  const name = nameOf(segments.at(-1) ?? '') || host;
  return { host, isPlatform: false, path: federatedPath(path), name, more, exact, isPost };
}

/** `users/name`, `web/@name` and `@name/media` are `@name` on servers that speak to one another. */
const federatedPath = (path: string): string =>
  path.replace(/^(?:users\/|web\/@|@)([^/@]+)(?:\/[a-z_]+)?$/, '@$1');

/** Capitals make no difference in a name, and do in what was made by a machine. */
const sameCase = (segment: string): string =>
  segment.startsWith('@') || !(/[A-Z]/.test(segment) && /\d/.test(segment))
    ? segment.toLowerCase()
    : segment;

const nameOf = (segment: string): string => segment.replace(/^@/, '').toLowerCase();

/** Said of how somebody came there, and not of where that is. */
const TRACKING =
  /^(?:utm_\w+|(?:fb|g|d|y|tw|tt|mscl?k)cl?id|msclkid|igsh(?:id)?|mc_[ce]id|mibextid|ref|ref_src|ref_url|lang|hl|locale|trk|si)$/i;

const parameters = (url: URL): string =>
  [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .sort()
    .join('&');

function decode(segment: string): string {
  try {
    const plain = decodeURIComponent(segment).normalize('NFC');
    // What would make two parts of one, or hide what stands behind it, stays as it was written.
    return /[/\\\p{Cc}]/u.test(plain) ? segment : plain;
  } catch {
    return segment;
  }
}

/** Whether an address leads to a profile, or to something on a site that is a profile as a whole. */
function leadsTo(account: Account, profile: Account): boolean {
  if (account.host !== profile.host) return false;
  if (!profile.isPlatform && !profile.path && !profile.more) return true;
  if (account.isPost || profile.isPost) return account.exact === profile.exact;
  if (profile.isPlatform) return profile.path !== '' && account.path === profile.path;
  if (account.more !== profile.more) return false;
  return account.path === profile.path || account.path.startsWith(`${profile.path}/`);
}

/** The address has another one in it. */
const LEADS_ON = /[?&](?:u|url|q)=/i;

interface Known {
  profile: Profile;
  own: Account;
  /** The names an account of ours goes by. */
  names: readonly string[];
  /** Those of them that nobody else has on that platform. */
  identifying: readonly string[];
}

/** What an address or a handle is, for an organisation with these profiles. Never throws. */
export function recogniseAccount(input: string, profiles: readonly Profile[]): AccountAnswer {
  const account = parseAccount(input);
  if (!account) return { verdict: 'unreadable', profiles: [] };
  const known = profiles.flatMap((profile) => knownAs(profile) ?? []);
  const same = known.filter(({ own, identifying }) =>
    account.host ? leadsTo(account, own) : identifying.includes(account.name),
  );
  if (same.length) {
    const open = same.filter(({ profile }) => profile.state !== 'closed');
    return open.length
      ? { verdict: 'ours', profiles: open.map(({ profile }) => profile), nameOnly: !account.host }
      : { verdict: 'closed', profiles: same.map(({ profile }) => profile) };
  }
  // Whose a post is cannot be read from its address, whatever name stands in it.
  const isHere = account.isPlatform || known.some(({ own }) => own.host === account.host);
  if (account.isPost && isHere && !LEADS_ON.test(input)) return { verdict: 'post', profiles: [] };
  for (const each of known) {
    const reason = resemblance(account, each, input);
    if (reason) return { verdict: 'look-alike', profiles: [each.profile], reason };
  }
  return { verdict: account.isPost ? 'post' : 'unknown', profiles: [] };
}

// A long list is asked about again and again.
const read = new WeakMap<Profile, Known & Pick<Profile, 'url' | 'handle'>>();

function knownAs(profile: Profile): Known | undefined {
  const { url, handle } = profile;
  const before = read.get(profile);
  if (before && before.url === url && before.handle === handle) return before;
  const own = parseAccount(url);
  if (!own) return undefined;
  const short = handle ? (parseAccount(handle)?.name ?? '') : '';
  const names = [...new Set([own.name, short])].filter(Boolean);
  const identifying = own.isDecoration ? names.filter((name) => name === short) : names;
  const known = { profile, own, names, identifying, url, handle };
  read.set(profile, known);
  return known;
}

function resemblance(
  account: Account,
  { own, names }: Known,
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
