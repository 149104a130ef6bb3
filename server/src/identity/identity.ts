import { BlockList, isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Person } from '../people/person.js';

export interface SignedIn extends Person {
  /** As the sign-in calls them. */
  groups?: readonly string[];
}

/** Tells who sent this request; nothing where nobody is signed in. */
export type Identify = (
  request: FastifyRequest,
) => SignedIn | undefined | Promise<SignedIn | undefined>;

/** Invented people for trying it out. */
export const demoPeople: readonly Person[] = [
  { id: 'nora.peeters', name: 'Nora Peeters' },
  { id: 'karim.benali', name: 'Karim Benali' },
  { id: 'lucie.delvaux', name: 'Lucie Delvaux' },
  { id: 'wout.claes', name: 'Wout Claes' },
];

export const demoCookie = 'demo-user';

/** The value of the first cookie of that name. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.split('=', 2);
    if (key?.trim() === name) return value?.trim();
  }
  return undefined;
}

/** Whoever the cookie names, else the first: no proof of anything, hence this machine only. */
export function demoPerson(request: Pick<FastifyRequest, 'headers'>): Person {
  const id = cookieValue(request.headers.cookie, demoCookie);
  return demoPeople.find((person) => person.id === id) ?? demoPeople[0]!;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Without brackets, and IPv4 as such where it came over IPv6. */
export const plainAddress = (host: string): string =>
  host.replace(/^\[(.*)\]$/, '$1').replace(/^::ffff:(?=\d+\.)/i, '');

export function isLoopback(host: string): boolean {
  const bare = plainAddress(host);
  if (bare.toLowerCase() === 'localhost') return true;
  const family = isIP(bare);
  return family !== 0 && loopback.check(bare, family === 4 ? 'ipv4' : 'ipv6');
}
