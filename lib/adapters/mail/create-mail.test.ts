import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { TransientFailure, UnknownOutcome } from '../../engine/ports/failures';
import { type MailMessage, MailRefused } from '../../engine/ports/mail';
import { createMail } from './create-mail';
import { startSmtpServer } from './testing/start-smtp-server';

const MESSAGE: MailMessage = { id: '<abc.opened@app.example.com>', to: ['ana@example.com', 'ben@example.com'], subject: 'Fern’s Totes: reconnect Hike', text: 'Store: Fern’s Totes\n\nOpen the app.\n' };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const startServer = async (...given: Parameters<typeof startSmtpServer>) => {
  const server = await startSmtpServer(...given);
  closers.push(server.close);
  return server;
};

const mailTo = (smtpUrl: string) => createMail({ smtpUrl, from: 'Connector <connector@example.com>', timeoutMs: 1_000 });

const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

describe('mail by SMTP', () => {
  it('hands the mail to the server, with its own id, to every address', async () => {
    const server = await startServer();
    expect(await mailTo(server.url).send(MESSAGE)).toEqual({ refused: 0 });
    const [mail] = server.taken;
    expect(server.taken).toHaveLength(1);
    expect(mail?.to).toEqual(['ana@example.com', 'ben@example.com']);
    expect(mail?.content).toContain('Message-ID: <abc.opened@app.example.com>\r\n');
    expect(mail?.content).toContain('From: Connector <connector@example.com>\r\n');
    expect(mail?.content).toContain('Auto-Submitted: auto-generated\r\n');
    expect(mail?.content).toMatch(/Subject: =\?UTF-8\?/);
    expect(mail?.content).toContain('Open the app.');
  });

  it('signs in with the name and the password of the address', async () => {
    const seen: unknown[] = [];
    const server = await startServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        seen.push([username, password]);
        done(null, { user: username });
      },
    });
    await mailTo(server.url.replace('//', '//post%40example.com:p%2Fw@')).send(MESSAGE);
    expect(seen).toEqual([['post@example.com', 'p/w']]);
    expect(server.taken).toHaveLength(1);
  });

  it('says how many of the addresses were refused while one was taken', async () => {
    const server = await startServer({ onRcptTo: ({ address }, _session, done) => done(address.startsWith('ben') ? refusal(550, 'No such user here') : null) });
    expect(await mailTo(server.url).send(MESSAGE)).toEqual({ refused: 1 });
    expect(server.taken.map(({ to }) => to)).toEqual([['ana@example.com']]);
  });

  it('is refused for good when no address is taken, with a reason that names none', async () => {
    const server = await startServer({ onRcptTo: ({ address }, _session, done) => done(refusal(550, `<${address}>: user unknown`)) });
    const sent = mailTo(server.url).send(MESSAGE);
    await expect(sent).rejects.toThrow(MailRefused);
    await expect(sent).rejects.toMatchObject({ reason: '550 (address): user unknown' });
  });

  it('is refused for good when the mail itself is', async () => {
    const server = await startServer({ onData: (stream, _session, done) => stream.resume().on('end', () => done(refusal(554, 'Looks like spam'))) });
    await expect(mailTo(server.url).send(MESSAGE)).rejects.toThrow(MailRefused);
  });

  it.each([
    ['an address is asked to come back later', { onRcptTo: (_address, _session, done) => done(refusal(451, 'Greylisted')) }],
    ['the mail is asked to come back later', { onData: (stream, _session, done) => stream.resume().on('end', () => done(refusal(452, 'Disk full'))) }],
    ['the sender is not taken', { onMailFrom: (_address, _session, done) => done(refusal(553, 'Not your domain')) }],
    ['the password is not taken', { authOptional: false, allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(refusal(535, 'Wrong')) }],
    ['the server has enough connections', { onConnect: (_session, done) => done(refusal(421, 'Too many')) }],
  ] satisfies [string, SMTPServerOptions][])('may be tried again when %s', async (_case, options) => {
    const server = await startServer(options);
    const sent = mailTo(server.url.replace('//', '//post:secret-word@')).send(MESSAGE);
    await expect(sent).rejects.toThrow(TransientFailure);
    await expect(sent).rejects.not.toThrow(/secret-word|@example/);
    expect(server.taken).toEqual([]);
  });

  it('may be tried again while the server is down, and goes out once it is back', async () => {
    const first = await startServer();
    await first.close();
    const mail = mailTo(first.url);
    await expect(mail.send(MESSAGE)).rejects.toThrow(TransientFailure);
    const second = await startServer({}, first.port);
    await mail.send(MESSAGE);
    expect(second.taken).toHaveLength(1);
  });

  it('may be tried again when the server never greets, or hangs up before it has the mail', async () => {
    for (const behave of ['wait', 'end'] as const) {
      const mute = createServer((socket) => {
        socket.on('error', () => undefined).resume();
        if (behave === 'end') socket.end();
      }).listen(0, '127.0.0.1');
      await once(mute, 'listening');
      closers.push(() => new Promise((resolve) => mute.close(() => resolve())));
      await expect(mailTo(`smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`).send(MESSAGE)).rejects.toThrow(TransientFailure);
    }
  });

  it('is of unknown outcome when the server has the whole mail and hangs up without a word', async () => {
    // Kept from answering, it can neither have said yes nor no.
    const server = await startServer({ onData: (stream) => stream.resume().on('end', () => undefined), socketTimeout: 300 });
    await expect(mailTo(server.url).send(MESSAGE)).rejects.toThrow(UnknownOutcome);
  });
});
