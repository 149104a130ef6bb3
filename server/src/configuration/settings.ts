import { readGrant } from '../drafts/roles.js';
import { tokenAlgorithms } from '../identity/oidc.js';
import { dataFolder } from './data-folder.js';
import {
  addressRange,
  basePath,
  choice,
  folderUrl,
  headerName,
  list,
  mailAddress,
  origin,
  plain,
  postgresUrl,
  retention,
  reviewDays,
  smtpUrl,
  secret,
  timeZone,
  webUrl,
  whole,
} from './readers.js';

export interface Setting<Value> {
  /** The environment variable. */
  env: string;
  /** The option of the command line; secrets have none, as every user of a machine sees those. */
  flag?: string;
  /** What the value is, in a word. */
  value: string;
  help: string;
  fallback: string | undefined;
  /** @throws Error that says what the value must be. */
  read: (text: string) => Value;
}

type Name = Pick<Setting<unknown>, 'env' | 'flag'>;

const env = (name: string): Name => ({ env: name });
const both = (name: string, flag: string): Name => ({ env: name, flag });

function required<Value>(
  name: Name,
  value: string,
  help: string,
  fallback: string,
  read: (text: string) => Value,
): Setting<Value> {
  return { ...name, value, help, fallback, read };
}

function optional<Value>(
  name: Name,
  value: string,
  help: string,
  read: (text: string) => Value,
): Setting<Value | undefined> {
  return { ...name, value, help, fallback: undefined, read };
}

/** Everything that can be set, in one place: this is what `--help` and the README tell. */
export const settings = {
  port: optional(
    both('PORT', 'port'),
    'number',
    'this port or none; not set: 4180, or the next free one',
    whole(0, 65_535),
  ),
  host: required(
    both('POLICY_HOST', 'host'),
    'address',
    'where to listen; other than this machine only with POLICY_IDENTITY',
    '127.0.0.1',
    plain,
  ),
  data: required(
    both('POLICY_DATA', 'data'),
    'folder',
    'where the records are kept when there is no DATABASE_URL',
    dataFolder(),
    plain,
  ),
  databaseUrl: optional(
    env('DATABASE_URL'),
    'address',
    'a PostgreSQL server, as the service signs in',
    postgresUrl,
  ),
  migrateUrl: optional(
    env('MIGRATE_URL'),
    'address',
    'the same server, as the owner of the tables signs in',
    postgresUrl,
  ),
  connections: required(
    both('POLICY_CONNECTIONS', 'connections'),
    'number',
    'connections to the server, at most',
    '10',
    whole(1, 1000),
  ),
  identity: required(
    both('POLICY_IDENTITY', 'identity'),
    'kind',
    'who sent it: demo, oidc (a token) or proxy (a header)',
    'demo',
    choice('demo', 'oidc', 'proxy'),
  ),
  oidcIssuer: optional(env('OIDC_ISSUER'), 'address', 'who issues the tokens', webUrl),
  oidcAudience: optional(env('OIDC_AUDIENCE'), 'name', 'whom the tokens are for', plain),
  oidcJwks: optional(
    env('OIDC_JWKS_URL'),
    'address',
    'the keys of the issuer, where its discovery document does not tell',
    webUrl,
  ),
  oidcAlgorithms: optional(
    env('OIDC_ALGORITHMS'),
    'list',
    `signatures that count, of ${tokenAlgorithms.join(' ')}; not set: all of these`,
    list(choice(...tokenAlgorithms)),
  ),
  oidcTolerance: required(
    env('OIDC_CLOCK_TOLERANCE'),
    'seconds',
    'how much clocks may differ',
    '30',
    whole(0, 600),
  ),
  oidcId: required(env('OIDC_ID_CLAIM'), 'claim', 'the id that stays', 'sub', plain),
  oidcName: required(env('OIDC_NAME_CLAIM'), 'claim', 'the name', 'name', plain),
  oidcGroups: required(env('OIDC_GROUPS_CLAIM'), 'claim', 'the groups', 'groups', plain),
  oidcCookie: optional(
    env('OIDC_COOKIE'),
    'name',
    'a cookie that may hold the token as well',
    plain,
  ),
  proxies: optional(
    env('PROXY_ADDRESSES'),
    'list',
    'the proxies that are believed, like 10.0.0.5, 10.1.0.0/16',
    list(addressRange),
  ),
  proxyId: required(
    env('PROXY_ID_HEADER'),
    'header',
    'the header with the id',
    'X-Remote-User',
    headerName,
  ),
  proxyName: optional(env('PROXY_NAME_HEADER'), 'header', 'the header with the name', headerName),
  proxyGroups: optional(
    env('PROXY_GROUPS_HEADER'),
    'header',
    'the header with the groups',
    headerName,
  ),
  trustProxy: optional(
    env('POLICY_TRUST_PROXY'),
    'list',
    'proxies whose X-Forwarded-For and -Host are believed; not set: PROXY_ADDRESSES',
    list(addressRange),
  ),
  basePath: optional(
    both('POLICY_BASE_PATH', 'base-path'),
    'path',
    'where on the site all of this stands, like /policy',
    basePath,
  ),
  reviewers: optional(
    env('POLICY_REPORT_READERS'),
    'list',
    'ids of who may see everyone’s answers',
    list(plain),
  ),
  reviewGroups: optional(
    env('POLICY_REPORT_READER_GROUPS'),
    'list',
    'groups of who may see everyone’s answers',
    list(plain),
  ),
  studioRoles: optional(
    env('POLICY_STUDIO_ROLES'),
    'list',
    'who may do what in the studio: write=some.person, translate:fr=@some-group, approve=, publish=',
    list(readGrant),
  ),
  fourEyes: required(
    env('POLICY_FOUR_EYES'),
    'rule',
    'nothing is published that somebody else than its authors did not approve: on or off',
    'off',
    choice('on', 'off'),
  ),
  translationService: required(
    env('POLICY_TRANSLATION_SERVICE'),
    'service',
    'what fills in empty texts in the studio: off, deepl or libretranslate',
    'off',
    choice('off', 'deepl', 'libretranslate'),
  ),
  translationUrl: optional(
    env('POLICY_TRANSLATION_URL'),
    'address',
    'where it answers; not set: DeepL’s own, by the key',
    webUrl,
  ),
  translationKey: optional(
    env('POLICY_TRANSLATION_KEY'),
    'key',
    'what it knows the organisation by',
    secret,
  ),
  countSearches: required(
    env('POLICY_COUNT_SEARCHES'),
    'rule',
    'counts what readers asked and did not find, without any person: on or off',
    'off',
    choice('on', 'off'),
  ),
  keepSearches: required(
    env('POLICY_KEEP_SEARCHES'),
    'period',
    'how long a question that nobody asks any more is kept',
    'P6M',
    retention,
  ),
  origins: optional(
    env('POLICY_ORIGINS'),
    'list',
    'other sites whose pages may send, like https://intranet.example',
    list(origin),
  ),
  perMinute: required(
    both('POLICY_PER_MINUTE', 'per-minute'),
    'number',
    'requests a person may make in a minute; 0 for any number',
    '120',
    whole(0, 1_000_000),
  ),
  texts: optional(
    both('POLICY_TEXTS', 'texts'),
    'rule',
    'policies that were never published here are refused (required) or taken (optional); ' +
      'not set: optional in a demo',
    choice('required', 'optional'),
  ),
  keys: optional(
    both('POLICY_KEYS', 'keys'),
    'folder',
    'the private keys of the receipts; not set: keys/ in the data folder',
    plain,
  ),
  signingKey: optional(
    env('POLICY_SIGNING_KEY'),
    'JWK',
    'a private Ed25519 key, instead of that folder',
    plain,
  ),
  issuer: required(
    both('POLICY_ISSUER', 'issuer'),
    'name',
    'who issues the receipts, as they say',
    'policy-receiver',
    plain,
  ),
  home: optional(both('POLICY_HOME', 'home'), 'address', 'where "back" on pages leads', plain),
  stylesheet: optional(
    both('POLICY_STYLESHEET', 'stylesheet'),
    'address',
    'a style sheet of the same site for the pages; it sets the properties of docs/theming.md',
    plain,
  ),
  timeZone: optional(
    both('POLICY_TIME_ZONE', 'time-zone'),
    'name',
    'of the times on pages, like Europe/Brussels',
    timeZone,
  ),
  retention: optional(
    both('RETENTION', 'retention'),
    'period',
    'how long answers are kept, like P5Y',
    retention,
  ),
  metricsToken: optional(
    env('POLICY_METRICS_TOKEN'),
    'token',
    'who may read /metrics from elsewhere; not set: only this machine',
    secret,
  ),
  publishToken: optional(
    env('POLICY_PUBLISH_TOKEN'),
    'token',
    'who may publish over HTTP; not set: nobody',
    secret,
  ),
  smtpUrl: optional(
    env('SMTP_URL'),
    'address',
    'the mail server that reminders, and mails about texts, go through',
    smtpUrl,
  ),
  mailFrom: optional(env('MAIL_FROM'), 'address', 'who mails come from', mailAddress),
  studioUrl: optional(
    env('POLICY_STUDIO_URL'),
    'address',
    'where people open the studio, for links in mails: https://intranet.example/studio/',
    folderUrl,
  ),
  approversMail: optional(
    env('POLICY_APPROVERS_MAIL'),
    'address',
    'a mailbox that is told when approval is asked, for who approves as a group',
    mailAddress,
  ),
  reviewNotice: required(
    env('POLICY_REVIEW_NOTICE'),
    'days',
    'so many days before its review date the owner of a policy is mailed; off: never',
    '30,0',
    reviewDays,
  ),
  mailPause: required(
    env('MAIL_PAUSE'),
    'milliseconds',
    'between one reminder and the next',
    '200',
    whole(0, 600_000),
  ),
  logLevel: required(
    both('POLICY_LOG', 'log'),
    'level',
    'silent, error, warn or info',
    'warn',
    choice('silent', 'error', 'warn', 'info'),
  ),
} satisfies Record<string, Setting<unknown>>;

export type SettingName = keyof typeof settings;
export type Configuration = {
  [Name in SettingName]: ReturnType<(typeof settings)[Name]['read']>;
};
