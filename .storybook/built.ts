/** Built for readers, in the site of the docs: not while somebody works on an element. */
export const isBuilt = (globalThis as { CONFIG_TYPE?: string }).CONFIG_TYPE === 'PRODUCTION';

/** States that are there for tests: what is built leaves them out of lists. */
const TESTED =
  /^(Absent|Broken|Deep Heading|Empty|Empty Sections|Few|Many|Narrow|No Endpoint|Not A Policy|Not Json|Poor|Unsound)$/;
export const isForReaders = ({ name }: { name: string }): boolean => !TESTED.test(name);
