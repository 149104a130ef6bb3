/**
 * Stand-ins for translation services on this machine: they speak the protocol of the real ones, as
 * their documentation has it, and translate nothing. A word comes back with the language behind it.
 */
import { createServer } from 'node:http';

const translated = (text, to) =>
  text.replace(
    /(<[^>]*>|&[#\w]+;)|\p{L}+/gu,
    (word, keep) => keep ?? `${word}-${to.toLowerCase()}`,
  );

async function listen(answer) {
  const asked = [];
  /** Answers that come before the sound one, each once: `{ status, json, headers }`, or a function. */
  const planned = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const body = text ? JSON.parse(text) : undefined;
    const call = { method: request.method, path: request.url, headers: request.headers, body };
    asked.push({ ...call, bytes: Buffer.byteLength(text) });
    const plan = planned.find(({ when = () => true }) => when(call));
    if (plan && !plan.always) planned.splice(planned.indexOf(plan), 1);
    if (plan?.silent) return;
    const { status = 200, json, headers = {}, raw } = plan ? await plan.answer(call) : answer(call);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(raw ?? JSON.stringify(json));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    asked,
    /** Of the texts that were asked for, those of one request or of all. */
    calls: () => asked.filter(({ method }) => method === 'POST'),
    plan: (answered, more = {}) =>
      planned.push({
        answer: typeof answered === 'function' ? answered : () => answered,
        ...more,
      }),
    forget: () => {
      asked.length = 0;
      planned.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}

const SOURCES = ['EN', 'FR', 'NL', 'DE'];
const TARGETS = ['EN-GB', 'EN-US', 'FR', 'NL', 'DE'];

/** DeepL's API, version 2. */
export const deeplDouble = ({ key = 'a-key-of-deepl-0000:fx' } = {}) =>
  listen(({ method, path, headers, body }) => {
    if (method !== 'POST' || path !== '/v2/translate') return { status: 404, json: {} };
    if (headers.authorization !== `DeepL-Auth-Key ${key}`) return { status: 403, raw: '' };
    const wrong = (message) => ({ status: 400, json: { message } });
    if (!Array.isArray(body.text) || body.text.length > 50) return wrong("Bad request. 'text'");
    if (JSON.stringify(body).length > 128 * 1024) return { status: 413, raw: '' };
    if (!SOURCES.includes(body.source_lang)) return wrong("Value for 'source_lang' not supported.");
    if (!TARGETS.includes(body.target_lang)) return wrong("Value for 'target_lang' not supported.");
    if (body.tag_handling !== 'xml') return wrong("Value for 'tag_handling' not supported.");
    // Version 2 parses strictly.
    const isXml = (text) =>
      !/&(?!\w+;|#\d+;)/.test(text) &&
      (text.match(/<\w/g) ?? []).length === (text.match(/<\//g) ?? []).length;
    if (!body.text.every(isXml)) {
      return wrong('Tag handling parsing failed, please check input.');
    }
    const translations = body.text.map((text) => ({
      detected_source_language: body.source_lang,
      text: translated(text, body.target_lang),
    }));
    return { json: { translations } };
  });

/** LibreTranslate; it gives text back without entities. */
export const libreTranslateDouble = ({ key, charLimit = 2_000, batchLimit = 10 } = {}) =>
  listen(({ method, path, body }) => {
    const wrong = (error, status = 400) => ({ status, json: { error } });
    if (path === '/languages') {
      const targets = ['en', 'fr', 'nl', 'pt-BR'];
      return { json: targets.map((code) => ({ code, name: code, targets })) };
    }
    if (method !== 'POST' || path !== '/translate') return wrong('Not Found', 404);
    if (key && body.api_key === undefined) {
      return wrong('Please contact the server operator to get an API key');
    }
    if (key && body.api_key !== key) return wrong('Invalid API key', 403);
    for (const name of ['q', 'source', 'target']) {
      if (!body[name]?.length) return wrong(`Invalid request: missing ${name} parameter`);
    }
    const letters = body.q.join('').length;
    if (body.q.length > batchLimit || letters > charLimit) {
      return wrong(`Invalid request: request (${letters}) exceeds text limit (${charLimit})`);
    }
    const unescape = (text) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    return {
      json: { translatedText: body.q.map((text) => unescape(translated(text, body.target))) },
    };
  });
