import { parseArgs } from 'node:util';
import { daysIn } from './duration.js';
import { isLoopback } from './identity/identity.js';

/** Called wrongly: the message names what, and what it should be. */
export class UsageError extends Error {
  override name = 'UsageError';
}

interface Setting<Value> {
  /** The environment variable. */
  env: string;
  /** The option of the command line; secrets have none, as every user of a machine sees those. */
  flag?: string;
  /** What the value is, in a word. */
  value: string;
  help: string;
  fallback: string | undefined;
  /** @throws Error that says what the value should be. */
  read: (text: string) => Value;
}

type Source = Omit<Setting<unknown>, 'read' | 'fallback'>;

function optional<Value>(
  source: Source,
  read: (text: string) => Value,
): Setting<Value | undefined> {
  return { ...source, fallback: undefined, read };
}

function required<Value>(
  source: Source,
  fallback: string,
  read: (text: string) => Value,
): Setting<Value> {
  return { ...source, fallback, read };
}

const whole =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
    throw new Error(`must be a number from ${least} to ${most}`);
  };

const choice =
  <Value extends string>(...values: readonly Value[]) =>
  (text: string): Value => {
    const found = values.find((value) => value === text);
    if (found !== undefined) return found;
    throw new Error(`must be one of ${values.join(', ')}`);
  };

function plain(text: string): string {
  if (text.trim() === '') throw new Error('must not be empty');
  return text;
}

function postgresUrl(text: string): string {
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  throw new Error('must be an address like postgres://user:password@host:5432/database');
}

function retention(text: string): string {
  // The database holds the same: what is younger it does not let go.
  if ((daysIn(text) ?? 0) >= 30) return text;
  throw new Error('must be a period like P5Y or P18M, of thirty days or more');
}

/** Everything that can be set, in one place: this is what the README and `--help` tell. */
export const settings = {
  port: required(
    { env: 'PORT', flag: 'port', value: 'number', help: 'first port to try' },
    '4180',
    whole(0, 65_535),
  ),
  host: required(
    { env: 'RECEIVER_HOST', flag: 'host', value: 'address', help: 'where to listen' },
    '127.0.0.1',
    plain,
  ),
  data: required(
    {
      env: 'RECEIVER_DATA',
      flag: 'data',
      value: 'folder',
      help: 'where records are kept when there is no DATABASE_URL',
    },
    'receiver-data',
    plain,
  ),
  databaseUrl: optional(
    { env: 'DATABASE_URL', value: 'address', help: 'a PostgreSQL server, as the service signs in' },
    postgresUrl,
  ),
  migrateUrl: optional(
    { env: 'MIGRATE_URL', value: 'address', help: 'the same, as the owner of the tables signs in' },
    postgresUrl,
  ),
  connections: required(
    {
      env: 'RECEIVER_CONNECTIONS',
      flag: 'connections',
      value: 'number',
      help: 'connections to PostgreSQL, at most',
    },
    '10',
    whole(1, 1000),
  ),
  retention: optional(
    { env: 'RETENTION', flag: 'retention', value: 'period', help: 'how long answers are kept' },
    retention,
  ),
  logLevel: required(
    { env: 'RECEIVER_LOG', flag: 'log', value: 'level', help: 'silent, error, warn or info' },
    'warn',
    choice('silent', 'error', 'warn', 'info'),
  ),
} satisfies Record<string, Setting<unknown>>;

export type SettingName = keyof typeof settings;
export type Configuration = {
  [Name in SettingName]: ReturnType<(typeof settings)[Name]['read']>;
};

/** An option that belongs to one verb, and is no setting. */
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

/** Settings that are sound by themselves and wrong together. */
export function checkTogether({ host }: Configuration): void {
  if (!isLoopback(host)) {
    throw new UsageError(
      `--host ${JSON.stringify(host)} would let other machines in, and demo mode cannot tell who ` +
        'anybody is. Use 127.0.0.1.',
    );
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
