import { BlockList, isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { plainAddress, type Identify } from './identity.js';

export interface ProxyOptions {
  /** The proxies that are believed: addresses or ranges like `10.0.0.0/8`. */
  addresses: readonly string[];
  idHeader: string;
  nameHeader?: string | undefined;
  /** A list with commas. */
  groupsHeader?: string | undefined;
}

/** @throws Error where it is neither an address nor a range. */
export function addRange(list: BlockList, range: string): void {
  const [address = '', bits, more] = range.split('/');
  const family = isIP(address);
  const most = family === 4 ? 32 : 128;
  const sound = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  if (family === 0 || !sound || more !== undefined) {
    throw new Error(`must be addresses or ranges like 10.0.0.0/8, and ${range} is neither`);
  }
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  if (bits === undefined) list.addAddress(address, kind);
  else list.addSubnet(address, Number(bits), kind);
}

/** The one value of a header. Twice is as good as never: one of them is not the proxy's. */
function onlyValue(request: Pick<FastifyRequest, 'raw'>, name: string): string | undefined {
  const values = request.raw.headersDistinct[name.toLowerCase()] ?? [];
  if (values.length !== 1) return undefined;
  // Node reads bytes as Latin-1; people's names come as UTF-8.
  const bytes = Buffer.from(values[0] ?? '', 'latin1');
  const text = bytes.toString('utf8');
  return (text.includes('\ufffd') ? bytes.toString('latin1') : text).trim() || undefined;
}

/**
 * Whoever a header says, where a named proxy sent it. Such a proxy must take the header out of what
 * it is sent itself; what it cannot see, like a second spelling, is not looked at here either.
 */
export function proxyIdentity(options: ProxyOptions): Identify {
  const trusted = new BlockList();
  for (const range of options.addresses) addRange(trusted, range);
  return (request) => {
    const address = plainAddress(request.raw.socket.remoteAddress ?? '');
    const family = isIP(address);
    if (family === 0 || !trusted.check(address, family === 4 ? 'ipv4' : 'ipv6')) return undefined;
    // Invisible letters and no-break spaces come along when an id is pasted somewhere.
    const id = onlyValue(request, options.idHeader)?.replace(
      /^[\s\p{DI}]+|[\s\p{DI}]+$|\p{DI}/gu,
      '',
    );
    // A list is what proxies make of two headers, and an id with a comma would look like one.
    if (!id || id.length > 500 || /[,;\s]/.test(id)) return undefined;
    const name = options.nameHeader && onlyValue(request, options.nameHeader);
    const groups = options.groupsHeader && onlyValue(request, options.groupsHeader);
    return {
      id,
      name: name ? name.slice(0, 500) : id,
      groups: groups ? groups.split(',').map((group) => group.trim()) : [],
    };
  };
}
