import { createTransport, type Transporter } from 'nodemailer';
import { oneLine } from './mail.js';

export interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  syscall?: string;
}

/**
 * `refused`: this person's mail, for good. `later`: this person's, for now. `unknown`: it may have
 * gone. `down`: the mail server's own trouble; `stop`: it will not get better in this run.
 */
export type Failure = 'refused' | 'later' | 'unknown' | 'down' | 'stop';

/** What a failure says about the mail: only where it surely did not go may it be tried again. */
function judge({ code = '', command, responseCode, syscall }: SmtpError): Failure {
  const isTheirs = command === 'RCPT TO' || command === 'DATA';
  if (responseCode !== undefined && responseCode !== 421 && isTheirs) {
    return responseCode >= 500 ? 'refused' : 'later';
  }
  if (/^(EAUTH|ETLS|ENOAUTH)$/.test(code)) return 'stop';
  const surely = responseCode !== undefined || syscall === 'connect' || syscall === 'getaddrinfo';
  return surely || /^(EDNS|EENVELOPE)$/.test(code) ? 'down' : 'unknown';
}

export const describe = ({ code, responseCode, message }: SmtpError): string =>
  oneLine(`${code ?? responseCode ?? ''} ${message}`);

export const openTransport = (smtpUrl: string): Transporter =>
  createTransport({
    url: smtpUrl,
    ...{ connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 },
  });

export interface Message {
  from: string;
  to: string;
  /** Whom it is for; empty where that is nobody in person. */
  name: string;
  lang: string;
  subject: string;
  text: string;
}

/** Hands one mail to the mail server, and says what became of it. */
export async function deliver(
  transport: Transporter,
  { from, to, name, lang, subject, text }: Message,
): Promise<{ outcome: 'sent' | Failure; error?: SmtpError }> {
  try {
    await transport.sendMail({
      from,
      to: { name: oneLine(name), address: to },
      envelope: { from, to },
      ...{ subject, text, disableFileAccess: true, disableUrlAccess: true },
      // Machines that answer by themselves stay silent.
      headers: { 'Content-Language': lang, 'Auto-Submitted': 'auto-generated' },
    });
    return { outcome: 'sent' };
  } catch (cause) {
    const error = cause as SmtpError;
    return { outcome: judge(error), error };
  }
}
