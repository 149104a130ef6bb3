/** Headers of the host, e.g. a token; a function is asked before each request. */
export type HostHeaders = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);

/** What the page around gave cannot be used: nobody but its developer can mend that. */
export class HostError extends Error {
  override readonly name = 'HostError';
}

/** @throws HostError where they are none, e.g. for a name with a letter that no header may have. */
export async function resolveHeaders(headers: HostHeaders | undefined): Promise<Headers> {
  try {
    return new Headers(typeof headers === 'function' ? await headers() : headers);
  } catch (cause) {
    throw new HostError(
      'The property `headers` cannot be used. Values are limited to the letters of Latin-1: encode others, e.g. by encodeURIComponent().',
      { cause },
    );
  }
}
