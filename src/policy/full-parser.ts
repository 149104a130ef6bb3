/** What a policy needs that was not compiled: the schema with its checks and repairs, and the parser. */
export { decodeText } from './decode.js';
export { parseMarkdown } from './parse-markdown.js';
export { readPolicy, readUnknown } from './parse.js';
