import { parseArgs } from 'node:util';
import { isLoopback } from './identity/identity.js';
import {
  settings,
  type Configuration,
  type Setting,
  type SettingName,
} from './configuration/settings.js';

/** Called wrongly: the message names what, and what it should be. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** An option that belongs to one command, and is no setting. */
export interface Flag {
  type: 'string' | 'boolean';
  multiple?: boolean;
  value?: string;
  help: string;
}

export interface Called {
  configuration: Configuration;
  words: string[];
  flags: Record<string, string | boolean | (string | boolean)[] | undefined>;
}

/**
 * Settings from the command line, else from the environment, else as they are by default.
 * @throws UsageError
 */
export function readConfiguration(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  names: readonly SettingName[],
  flags: Record<string, Flag> = {},
): Called {
  const { values, positionals } = parse(args, names, flags);
  const entries = Object.entries<Setting<unknown>>(settings).map(([name, setting]) => {
    const given = setting.flag === undefined ? undefined : values[setting.flag];
    return [name, readSetting(setting, given, environment[setting.env])];
  });
  return {
    configuration: Object.fromEntries(entries) as Configuration,
    words: positionals,
    flags: values,
  };
}

function parse(
  args: readonly string[],
  names: readonly SettingName[],
  flags: Record<string, Flag>,
): { values: Called['flags']; positionals: string[] } {
  const options: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }> = {};
  for (const name of names) {
    const { flag }: Setting<unknown> = settings[name];
    if (flag !== undefined) options[flag] = { type: 'string' };
  }
  for (const [flag, { type, multiple = false }] of Object.entries(flags)) {
    options[flag] = { type, multiple };
  }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values: { ...values }, positionals };
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

function readSetting(
  setting: Setting<unknown>,
  given: unknown,
  inherited: string | undefined,
): unknown {
  // An empty variable is one that was not set; an empty option is a mistake.
  const text = typeof given === 'string' ? given : inherited || setting.fallback;
  if (text === undefined) return undefined;
  try {
    return setting.read(text);
  } catch (error) {
    const name = typeof given === 'string' ? `--${setting.flag}` : setting.env;
    // A setting without a flag may hold a password.
    const shown = setting.flag === undefined ? '' : ` Not ${JSON.stringify(text)}.`;
    throw new UsageError(`${name} ${(error as Error).message}.${shown}`);
  }
}

/**
 * Settings that are sound by themselves and wrong together.
 * @throws UsageError
 */
export function checkTogether(configuration: Configuration): void {
  const { identity, host, oidcIssuer, oidcAudience, proxies } = configuration;
  checkTranslation(configuration);
  if (identity === 'demo' && !isLoopback(host)) {
    throw new UsageError(
      `--host ${JSON.stringify(host)} would let other machines in, and demo mode cannot tell who ` +
        'anybody is. Use 127.0.0.1, or set POLICY_IDENTITY.',
    );
  }
  if (identity === 'oidc' && (oidcIssuer === undefined || oidcAudience === undefined)) {
    throw new UsageError('POLICY_IDENTITY=oidc needs OIDC_ISSUER and OIDC_AUDIENCE as well.');
  }
  if (identity === 'proxy' && !proxies?.length) {
    throw new UsageError('POLICY_IDENTITY=proxy needs PROXY_ADDRESSES: who is believed.');
  }
}

function checkTranslation(configuration: Configuration): void {
  const { translationService, translationUrl: url, translationKey } = configuration;
  if (translationService === 'deepl' && translationKey === undefined) {
    throw new UsageError('POLICY_TRANSLATION_SERVICE=deepl needs POLICY_TRANSLATION_KEY as well.');
  }
  if (translationService === 'libretranslate' && url === undefined) {
    throw new UsageError(
      'POLICY_TRANSLATION_SERVICE=libretranslate needs POLICY_TRANSLATION_URL: where yours answers.',
    );
  }
  const { protocol, hostname } = new URL(url ?? 'https://localhost');
  if (translationService === 'deepl' && protocol === 'http:' && !isLoopback(hostname)) {
    throw new UsageError('POLICY_TRANSLATION_URL must be https: the key goes with each request.');
  }
}

/** Lines that explain these settings, for `--help`. */
export function explainSettings(names: readonly SettingName[]): string {
  return names
    .map((name) => {
      const { env, flag, value, help, fallback }: Setting<unknown> = settings[name];
      const how = flag === undefined ? env : `--${flag} <${value}>`;
      const also = flag === undefined ? '' : `; ${env}`;
      return `  ${how.padEnd(24)}  ${help} (${fallback ?? 'not set'}${also})`;
    })
    .join('\n');
}
