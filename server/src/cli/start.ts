import { checkTogether } from '../configuration.js';
import { FOLDER, FORMER_FOLDER } from '../configuration/data-folder.js';
import type { Configuration, SettingName } from '../configuration/settings.js';
import { placeOf } from '../database/open.js';
import { chooseIdentity, chooseReviewers } from '../identity/choose.js';
import { chooseTranslation } from '../machine-translation/choose.js';
import { rolesFrom } from '../drafts/roles.js';
import type { RunOptions } from '../run.js';
import type { Command } from './command.js';

const names: SettingName[] = [
  ...(['port', 'host', 'data', 'databaseUrl', 'migrateUrl', 'connections'] as const),
  ...(['identity', 'oidcIssuer', 'oidcAudience', 'oidcJwks', 'oidcAlgorithms'] as const),
  ...(['oidcTolerance', 'oidcId', 'oidcName', 'oidcGroups', 'oidcCookie'] as const),
  ...(['proxies', 'proxyId', 'proxyName', 'proxyGroups'] as const),
  ...([
    'reviewers',
    'reviewGroups',
    'studioRoles',
    'fourEyes',
    'translationService',
    'translationUrl',
    'translationKey',
    'countSearches',
    'keepSearches',
    'origins',
    'perMinute',
    'texts',
  ] as const),
  ...([
    'keys',
    'signingKey',
    'issuer',
    'home',
    'stylesheet',
    'timeZone',
    'metricsToken',
    'publishToken',
    'basePath',
    'trustProxy',
    'logLevel',
  ] as const),
  ...(['smtpUrl', 'mailFrom', 'studioUrl', 'approversMail', 'reviewNotice'] as const),
];

/** How mails about texts go; nothing where no mail server is set. */
function mailOf(configuration: Configuration): Pick<RunOptions, 'mail'> {
  const { smtpUrl, mailFrom: from, studioUrl, approversMail, reviewNotice } = configuration;
  if (smtpUrl === undefined || from === undefined) return {};
  return { mail: { smtpUrl, from, studioUrl, approversMail, reviewDays: reviewNotice } };
}

/** What `run` needs, of what was set. */
export function runOptions(configuration: Configuration): RunOptions {
  checkTogether(configuration);
  const { identity, texts, origins, home, timeZone, metricsToken, publishToken, logLevel } =
    configuration;
  const { host, port, perMinute, keys, signingKey, issuer } = configuration;
  const identify = chooseIdentity(configuration);
  return {
    ...placeOf(configuration),
    ...{ host, port, perMinute, keys, signingKey, issuer },
    ...(identify && { identify, mayReview: chooseReviewers(configuration) }),
    ...(identify && { rolesOf: rolesFrom(configuration.studioRoles ?? []) }),
    ...mailOf(configuration),
    fourEyes: configuration.fourEyes === 'on',
    translation: chooseTranslation(configuration),
    ...(configuration.countSearches === 'on' && {
      countSearches: { keep: configuration.keepSearches },
    }),
    textsRequired: texts === undefined ? identity !== 'demo' : texts === 'required',
    ...(origins && { allowedOrigins: origins }),
    ...(home !== undefined && { home }),
    ...(configuration.stylesheet !== undefined && { stylesheet: configuration.stylesheet }),
    ...(timeZone !== undefined && { timeZone }),
    ...(metricsToken !== undefined && { metricsToken }),
    ...(publishToken !== undefined && { publishToken }),
    ...(configuration.basePath !== undefined && { basePath: configuration.basePath }),
    // The proxy that says who it is says from where as well.
    trustProxy: configuration.trustProxy ?? configuration.proxies ?? [],
    logger: { level: logLevel },
  };
}

export const command: Command = {
  summary: 'receives, keeps and shows acknowledgements',
  settings: names,
  flags: {
    publish: { type: 'string', multiple: true, value: 'file', help: 'publishes a policy first' },
  },
  async run({ configuration, flags }) {
    // What only a running server needs: a wrong option is told without it.
    const [{ run }, { publishFile }] = await Promise.all([
      import('../run.js'),
      import('./publish.js'),
    ]);
    const files = Array.isArray(flags['publish']) ? flags['publish'].map(String) : [];
    await run({
      ...runOptions(configuration),
      prepare: async ({ app, publications }) => {
        app.get('/', { schema: { hide: true } }, (_request, reply) =>
          reply.redirect(`${configuration.basePath ?? ''}/acknowledgements`),
        );
        for (const file of files) process.stdout.write(await publishFile(publications, file));
      },
      ready: (address) => process.stdout.write(welcome(address, configuration)),
    });
    return 0;
  },
};

function welcome(origin: string, configuration: Configuration): string {
  const { identity, basePath = '', data, databaseUrl } = configuration;
  const address = `${origin}${basePath}`;
  return [
    `policy-server answers on ${origin}`,
    `  endpoint  ${address}/api/acknowledgements`,
    `  overview  ${address}/acknowledgements`,
    `  document  ${address}/openapi.json`,
    ...(identity === 'demo'
      ? ['  DEMO: nobody signs in, everybody may be anybody, only this machine is answered.']
      : []),
    ...(databaseUrl === undefined && data === FORMER_FOLDER
      ? [
          `  DATA: the folder ${FORMER_FOLDER} of before is used. To end this, stop the server and ` +
            `rename it ${FOLDER}.`,
        ]
      : []),
    '  Ctrl+C stops it.\n',
  ].join('\n');
}
