import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { makeAuthHook } from '../identity/auth-hook.js';
import type { Identify, SignedIn } from '../identity/identity.js';
import { Problem } from '../problem.js';
import type { Store } from '../records/store.js';
import { toCsv } from '../reports/csv.js';
import { countStates, keyOf, listStates, reportChoices, streamStates } from '../reports/report.js';
import { knownTexts, type KnownText } from '../reports/texts.js';
import {
  addressOf,
  answersPath,
  exportPath,
  readQuery,
  reportPath,
  studioPath,
} from './address.js';
import { renderAnswers } from './answers.js';
import { iconPath, stylePath } from './document.js';
import { pageSize } from './parts.js';
import { renderReport } from './report.js';
import { choosePageLanguage } from '../messages/labels.js';
import { messagesIn } from '../messages/messages.js';

export interface OverviewOptions {
  store: Store;
  identify: Identify;
  /** Requests a person may make in a minute; 0 for any number. */
  perMinute: number;
  /** Path of the site under which the pages stand. */
  basePath: string;
  /** Who may see everyone's answers. */
  mayReview: (person: SignedIn, request: FastifyRequest) => boolean | Promise<boolean>;
  /** Who has a part in the studio; nothing where there is none. */
  mayWrite?: (person: SignedIn) => boolean;
  home: string | undefined;
  /** Address of the organisation's own style sheet, for the pages. */
  stylesheet: string | undefined;
  timeZone: string;
  demo: boolean;
}

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

// For people: no part of the document for programs.
const hidden = { schema: { hide: true } };

const assets = new URL('../../assets/', import.meta.url);

type Asked = FastifyRequest<{ Querystring: Record<string, unknown> }>;

const languageOf = (request: Asked) =>
  choosePageLanguage(request.query['lang'], request.headers['accept-language']);

function sendPage(request: Asked, reply: FastifyReply, page: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-language', languageOf(request))
    .header('vary', 'Accept-Language, Cookie')
    .header('cache-control', 'no-store')
    .header('content-security-policy', policy)
    .header('referrer-policy', 'same-origin')
    .send(page);
}

/** The one asked for, else the first that people are asked to answer now. */
function choose(texts: readonly KnownText[], key: string | undefined): KnownText | undefined {
  return (
    texts.find((text) => keyOf(text) === key) ?? texts.find(({ current }) => current) ?? texts[0]
  );
}

type Handler = (request: Asked, reply: FastifyReply) => Promise<FastifyReply>;

/** Where everybody stands with one text. */
const report =
  ({ store, timeZone, demo, home, basePath, stylesheet, mayWrite }: OverviewOptions): Handler =>
  async (request, reply) => {
    const queries = store.queries.reports;
    const texts = await knownTexts(queries);
    const asked = readQuery(request.query);
    const text = choose(texts, asked.text);
    const query = { ...asked, text: text && keyOf(text) };
    const show = (page: number) =>
      text
        ? listStates(queries, text, query, { offset: (page - 1) * pageSize, limit: pageSize })
        : { total: 0, rows: [] };
    const [counts, choices, wished] = await Promise.all([
      countStates(queries, texts),
      reportChoices(queries),
      show(query.page),
    ]);
    // Beyond the last page there is the first.
    const beyond = wished.rows.length === 0 && query.page > 1;
    if (beyond) query.page = 1;
    const page = renderReport({
      ...{ query, texts, text, counts, choices, timeZone, demo, home, basePath },
      stylesheet,
      ...(mayWrite?.(request.person!) && { studio: `${basePath}${studioPath}/` }),
      ...(beyond ? await show(1) : wished),
      language: languageOf(request),
    });
    return sendPage(request, reply, page);
  };

/** The same, with the same filter, for a spreadsheet. */
const csv =
  ({ store: { queries: database }, timeZone }: OverviewOptions): Handler =>
  async (request, reply) => {
    const query = readQuery(request.query);
    const text = choose(await knownTexts(database.reports), query.text);
    const name = `${text ? keyOf(text).replace('@', '-') : 'acknowledgements'}.csv`;
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(
        toCsv(
          text ? streamStates(database, text, query) : [],
          messagesIn(languageOf(request)),
          timeZone,
        ),
      );
  };

/** All that one person answered. */
const answers =
  ({ store, timeZone, demo, basePath, stylesheet }: OverviewOptions): Handler =>
  async (request, reply) => {
    const { subject = '' } = request.params as { subject?: string };
    const entries = /^[0-9a-f-]{36}$/.test(subject) ? await store.ofSubject(subject) : [];
    if (entries.length === 0) {
      throw new Problem(404, 'not-found', 'Nobody who answered has this address.');
    }
    const language = languageOf(request);
    const page = renderAnswers({
      ...{ language, subject, entries, timeZone, demo, basePath, name: entries[0]?.person?.name },
      stylesheet,
      report: `${basePath}${reportPath}${addressOf(language, {})}`,
    });
    return sendPage(request, reply, page);
  };

/** The pages for who must be able to show who confirmed what. */
export async function overview(app: FastifyInstance, options: OverviewOptions): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
  });

  app.register(async (pages) => {
    const signedIn = await makeAuthHook(pages, options);
    pages.addHook('onRequest', signedIn);
    pages.addHook('onRequest', async (request) => {
      if (await options.mayReview(request.person!, request)) return;
      throw new Problem(403, 'not-allowed', 'This list is for those who keep the policy.');
    });
    pages.get(reportPath, hidden, report(options));
    pages.get(exportPath, hidden, csv(options));
    pages.get(answersPath(':subject'), hidden, answers(options));
  });

  const serve = (path: string, type: string): void => {
    app.get(path, hidden, async (_request, reply): Promise<FastifyReply> => {
      const text = await readFile(new URL(path.slice(1), assets));
      return reply.type(type).header('cache-control', 'no-cache').send(text);
    });
  };
  serve(stylePath, 'text/css; charset=utf-8');
  serve(iconPath, 'image/svg+xml');
}
