/** A server of ours: what it is asked, and what it answered. */
import { CommandError, type Call } from '../command.js';

export interface Prospect {
  current: { version: string; digest: string } | null;
  [key: string]: unknown;
}

const TEXTS = {
  token: {
    nl: 'Zet het publicatietoken in POLICY_PUBLISH_TOKEN.',
    fr: 'Mettez le jeton de publication dans POLICY_PUBLISH_TOKEN.',
    en: 'Put the token for publishing into POLICY_PUBLISH_TOKEN.',
  },
  unreachable: {
    nl: '{url} antwoordt niet: {cause}. Voer de opdracht opnieuw uit: wat gedaan is, blijft gedaan.',
    fr: '{url} ne répond pas : {cause}. Relancez la commande : ce qui est fait reste fait.',
    en: '{url} does not answer: {cause}. Run the command again: what is done stays done.',
  },
  refused: {
    nl: '{url} weigert ({status}): {detail}',
    fr: '{url} refuse ({status}) : {detail}',
    en: '{url} refuses ({status}): {detail}',
  },
};

/** The server refused; its `code` says what, for programs. */
export class RefusedError extends CommandError {
  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

const addressOf = (base: string, path: string): string => `${base.replace(/\/$/, '')}${path}`;

/** The policy that a server shows its readers; nothing where it shows none. */
export async function shownBy(base: string, id: string): Promise<unknown> {
  try {
    const url = addressOf(base, `/policies/${id}.json`);
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    return response.ok ? await response.json() : undefined;
  } catch {
    // Whatever is wrong is told by what is asked of it next.
    return undefined;
  }
}

/** @throws CommandError */
export async function ask(
  call: Call,
  base: string,
  path: string,
  {
    method,
    body,
    type = 'application/json',
  }: { method: string; body: string | Blob; type?: string },
): Promise<Prospect> {
  const token = call.env['POLICY_PUBLISH_TOKEN'];
  if (!token) throw new CommandError(call.say(TEXTS.token), 2);
  const url = addressOf(base, path);
  const headers = { authorization: `Bearer ${token}`, 'content-type': type };
  let response: Response;
  try {
    response = await fetch(url, { method, body, headers, signal: AbortSignal.timeout(30_000) });
  } catch (error) {
    const { message, cause } = error as Error;
    const why = cause instanceof Error ? cause.message : message;
    throw new CommandError(call.say(TEXTS.unreachable, { url, cause: why }));
  }
  const answer = (await response.json().catch(() => ({}))) as Prospect & {
    detail?: string;
    error?: string;
  };
  if (response.ok) return answer;
  const detail = answer.detail ?? response.statusText;
  const told = call.say(TEXTS.refused, { url, status: response.status, detail });
  throw new RefusedError(told, answer.error);
}
