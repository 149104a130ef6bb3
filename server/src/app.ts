import Fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { api } from './records/api.js';
import { demoUser, guardDemo } from './identity/demo.js';
import { demoPerson, isLoopback, type Identify, type SignedIn } from './identity/identity.js';
import { overview, type OverviewOptions } from './admin/overview.js';
import { studio } from './drafts/api.js';
import type { Drafts } from './drafts/drafts.js';
import { everyRole, type RolesOf } from './drafts/roles.js';
import { studioFiles } from './drafts/studio-files.js';
import { countSearches } from './searches/api.js';
import { SearchCount, type SearchCountOptions } from './searches/searches.js';
import type { TranslationService } from './machine-translation/service.js';
import { serveImages } from './images/routes.js';
import { previewed } from './previews/api.js';
import { Jobs } from './jobs.js';
import { health } from './operation/health.js';
import { discreet } from './operation/log.js';
import { useMetrics } from './operation/metrics.js';
import { answerProblem, useProblems } from './problem.js';
import { describeApi } from './openapi.js';
import { publicKeys } from './receipts/routes.js';
import type { Signer } from './receipts/signer.js';
import { publishApi } from './publications/api.js';
import { serveAssets } from './publications/assets.js';
import { servePolicies } from './publications/serve.js';
import type { Publications } from './publications/publications.js';
import { sendNotices, type NoticeMail } from './notices/send.js';
import type { Store } from './records/store.js';
import { publishDue } from './schedule/publish-due.js';
import { OperatorError } from './operator-error.js';

export interface PolicyServerOptions {
  store: Store;
  /** Who sent a request. Without it: demo mode, for this machine only. */
  identify?: Identify;
  /** Who may see /acknowledgements. Without it: everybody in demo mode, else nobody. */
  mayReview?: OverviewOptions['mayReview'];
  /** What was published; without it, records are taken as they come. */
  publications?: Publications | undefined;
  /** What is being written; without it there is no studio. */
  drafts?: Drafts | undefined;
  /** What somebody may do in the studio. Without it: everything in demo mode, else nothing. */
  rolesOf?: RolesOf | undefined;
  /** Nothing is published that somebody else than its authors did not approve. */
  fourEyes?: boolean;
  /** What empty texts can be filled in by in the studio; without it, by people only. */
  translation?: TranslationService | undefined;
  /** Counts what readers asked and did not find; without it, nothing is counted. */
  countSearches?: SearchCountOptions | undefined;
  /** Whose public keys are told; the store signs by itself. */
  signer?: Pick<Signer, 'publicKeys'> | undefined;
  /** Requests a person may make in a minute; default any number. */
  perMinute?: number;
  /** Path of the endpoint; default `/api/acknowledgements`. */
  endpoint?: string;
  /** Path of the site under which all of this stands, like `/policy`; default none. */
  basePath?: string;
  /** Proxies whose word on who asked, and for which host, is believed: addresses or ranges. */
  trustProxy?: readonly string[];
  /** Milliseconds in which a request has to be here as a whole; default 30 seconds. */
  requestTimeout?: number;
  /** Origins of other sites whose pages may send records here. */
  allowedOrigins?: readonly string[];
  /** Who may read /metrics from anywhere, as a bearer token; without it, only this machine may. */
  metricsToken?: string;
  /** Who may publish over HTTP, as a bearer token; without it, nobody may. */
  publishToken?: string;
  /** Where "back" on the page leads. */
  home?: string;
  /** Address of a style sheet of the same site, for the pages: it sets `--policy-*`. */
  stylesheet?: string;
  /** IANA name for the times on the page; default the machine's. */
  timeZone?: string;
  /** How mails go to who approves, who asked and who owns a policy; without it, none does. */
  mail?: NoticeMail | undefined;
  /** What time it is. */
  now?: () => Date;
  logger?: FastifyServerOptions['logger'];
}

export interface ListenOptions {
  host?: string;
  /** 0 lets the system choose. */
  port?: number;
  /** Where the port is taken, the next free one. */
  orNext?: boolean;
}

export interface PolicyServer {
  /** For a host that adds routes of its own, before `listen`. */
  app: FastifyInstance;
  /** Listens, and tells the address. */
  listen(options?: ListenOptions): Promise<string>;
  /** Does now what it does by itself every twenty seconds: publishes what is due, and mails. */
  runJobs(): Promise<void>;
  /** Answers what is under way, then stops. The store stays open: its opener closes it. */
  close(): Promise<void>;
}

/** The demo identity proves nothing, so it must not be reachable from elsewhere. */
export class NotLoopbackError extends Error {
  override name = 'NotLoopbackError';
}

/** Somebody else listens there; another port would be one that no proxy knows. */
export class PortTakenError extends OperatorError {
  override name = 'PortTakenError';

  constructor(host: string, port: number) {
    super(
      `Port ${port} on ${host} is taken. Stop what listens there, or choose another: --port, PORT.`,
    );
  }
}

export function createPolicyServer(options: PolicyServerOptions): PolicyServer {
  const { store, publications, identify = demoPerson, perMinute = 0, home } = options;
  const { endpoint = '/api/acknowledgements', basePath = '', requestTimeout = 30_000 } = options;
  const { now = () => new Date(), fourEyes = false } = options;
  const { timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone } = options;
  const demo = options.identify === undefined;
  const { mayReview = () => demo } = options;
  const rolesOf = options.rolesOf ?? (demo ? everyRole : () => new Set<string>());
  const app = Fastify({
    logger: discreet(options.logger),
    // A line for each request would be personal data nobody asked for.
    logController: new LogController({ disableRequestLogging: true }),
    return503OnClosing: false,
    frameworkErrors: answerProblem,
    ...(options.trustProxy?.length && { trustProxy: [...options.trustProxy] }),
    // Who sends a byte now and then holds a connection, and is not waited for.
    requestTimeout,
    http: { connectionsCheckingInterval: 2_000, requestTimeout, headersTimeout: requestTimeout },
    // Some proxies take the path of the site away, and some leave it there.
    rewriteUrl: ({ url = '/' }) => withoutBase(url, basePath),
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true },
    // Fastify would bend a wrong record until it fits; a record is taken as sent or refused.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false } },
  });
  useProblems(app);
  useMetrics(app, { token: options.metricsToken, endpoint });
  if (demo) guardDemo(app);

  const images = options.drafts?.images;
  const allowedOrigins = new Set(options.allowedOrigins ?? []);
  describeApi(app, basePath);
  app.register(api, { store, publications, endpoint, allowedOrigins, identify, perMinute });
  const approvals = fourEyes ? options.drafts?.approvals : undefined;
  app.register(publishApi, {
    publications,
    images,
    token: publications && options.publishToken,
    approvals,
  });
  if (publications) app.register(servePolicies, { publications, allowedOrigins });
  app.register(serveAssets, { allowedOrigins });
  if (images) app.register(serveImages, { images });
  app.register(publicKeys, { signer: options.signer });
  app.register(overview, {
    ...{ store, identify, perMinute, basePath, mayReview },
    ...(options.drafts && { mayWrite: (person: SignedIn) => rolesOf(person).size > 0 }),
    ...{ home, stylesheet: options.stylesheet },
    ...{ timeZone, demo },
  });
  if (demo) app.register(demoUser, { basePath });
  const searches =
    options.drafts &&
    options.countSearches &&
    new SearchCount(options.drafts.database, options.countSearches);
  if (options.drafts) {
    const { drafts, translation } = options;
    if (searches && publications) {
      app.register(countSearches, { searches, publications, identify, allowedOrigins, perMinute });
    }
    const mails = demo ? undefined : options.mail;
    const rules = { fourEyes, now, mails, timeZone, translation, searches, mayReview, store, home };
    app.register(studio, { drafts, publications, identify, perMinute, rolesOf, ...rules });
    app.register(previewed, { drafts, basePath, perMinute });
    app.register(studioFiles, { basePath });
  }
  app.register(health, { store });
  const jobs = jobsOf(app, options, { now, fourEyes, timeZone });
  if (searches) jobs.add(() => searches.forget());

  return {
    app,
    runJobs: () => jobs.run(),
    listen: (where = {}) => listen(app, where, demo),
    close: () => close(app),
  };
}

/** A mail server that does not answer is not asked every time. */
const afterFailure = 5 * 60 * 1000;

/** What it does by itself, from the moment it listens. */
function jobsOf(
  app: FastifyInstance,
  { drafts, publications, mail, identify, rolesOf }: PolicyServerOptions,
  rules: { now: () => Date; fourEyes: boolean; timeZone: string },
): Jobs {
  const { now, fourEyes } = rules;
  const jobs = new Jobs(app.log);
  if (drafts && publications) {
    jobs.add(() => publishDue({ drafts, publications, fourEyes, rolesOf }, now()));
    jobs.add(() => drafts.previews.forget());
    // The people of a demo are invented, and so would their addresses be.
    if (mail && identify) {
      const { database } = drafts;
      const options = { ...rules, ...mail, database, drafts, publications };
      const roles = rolesOf ?? (() => new Set<string>());
      jobs.add(() => sendNotices({ ...options, rolesOf: roles }, mail, now()), afterFailure);
    }
  }
  app.addHook('onListen', async () => jobs.start());
  app.addHook('onClose', () => jobs.stop());
  return jobs;
}

async function listen(app: FastifyInstance, where: ListenOptions, demo: boolean): Promise<string> {
  const { host = '127.0.0.1', port = 0, orNext = false } = where;
  if (demo && !isLoopback(host)) {
    throw new NotLoopbackError(
      `Demo mode cannot tell who anybody is, so it does not listen on ${host}. ` +
        'Use 127.0.0.1, or give createPolicyServer an identify function.',
    );
  }
  for (let next = port; ; next += 1) {
    try {
      return await app.listen({ host, port: next });
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (taken && orNext && next < Math.min(port + 50, 65_535)) continue;
      if (taken) throw new PortTakenError(host, next);
      throw error;
    }
  }
}

/** `/policy/acknowledgements` to `/acknowledgements`; what stands elsewhere stays. */
function withoutBase(url: string, base: string): string {
  if (base === '' || !url.startsWith(base)) return url;
  const rest = url.slice(base.length);
  if (rest === '' || rest.startsWith('?')) return `/${rest}`;
  return rest.startsWith('/') ? rest : url;
}

/** Less than an end may take as a whole. */
const mostToAnswer = 2_500;

async function close(app: FastifyInstance): Promise<void> {
  // A client that never finishes must not keep the data locked.
  const deadline = setTimeout(() => app.server.closeAllConnections(), mostToAnswer);
  try {
    await app.close();
  } finally {
    clearTimeout(deadline);
  }
}
