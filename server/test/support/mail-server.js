import { SMTPServer } from 'smtp-server';

/** A mail server on loopback; `rules` may refuse at `onRcptTo` or `onData`. */
export async function startMail(rules = {}) {
  const mails = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
    onRcptTo: ({ address }, session, done) => done(rules.onRcptTo?.(address)),
    onData(stream, session, done) {
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', () => {
        const fault = rules.onData?.(session);
        if (!fault)
          mails.push({
            to: session.envelope.rcptTo.map((to) => to.address),
            raw: Buffer.concat(parts).toString(),
          });
        done(fault);
      });
    },
  });
  server.on('error', () => {});
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise((resolve) => server.close(resolve));
  return { mails, rules, close, smtpUrl: `smtp://127.0.0.1:${server.server.address().port}` };
}

/** The text of a mail, out of quoted-printable or base64. */
export function textOf({ raw }) {
  const [head, body] = raw.split(/\r\n\r\n([^]*)/);
  if (/encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  if (!/encoding: quoted-printable/i.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
