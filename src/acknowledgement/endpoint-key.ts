/** The address of an endpoint in full, without what differs from page to page. */
export function endpointKey(endpoint: string | undefined): string {
  if (!endpoint) return '';
  try {
    const { origin, pathname, search } = new URL(endpoint, document.baseURI);
    return origin + pathname + search;
  } catch {
    return endpoint;
  }
}
