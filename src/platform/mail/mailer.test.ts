import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { lettersTo } from '#tools/mail/letters.ts';
import type { Letter } from './letter.ts';
import { letterBodies } from './letter.ts';
import { mailer } from './mailer.ts';
import { readMailSettings } from './settings.ts';

const mail = inject('mailServer');
const { log } = fastify();
const folder = mkdtempSync(join(tmpdir(), 'parta-dkim-'));
const key = join(folder, 'key.pem');
writeFileSync(
  key,
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
);
afterAll(() => rmSync(folder, { recursive: true }));

const letter: Letter = {
  language: 'ru',
  subject: 'Ёлка у «Дружбы»',
  paragraphs: ['Чтобы войти, введите код:', 'Код <b>действует</b> 10 минут & не больше.'],
  code: '012345',
  footer: 'Парта',
};

describe('settings', () => {
  const given = (values: Readonly<Record<string, string>>) =>
    readMailSettings({ PARTA_MAIL_FROM: 'a@b.ru', ...values });

  const bounces = {
    PARTA_SMTP: 'smtp://m',
    PARTA_BOUNCE_ADDRESS: 'bounces@school.ru',
    PARTA_BOUNCE_IMAP: 'imaps://b%40school.ru:p%2F@mail.school.ru/Returned',
  };

  test('letters that come back have an address and a mailbox', () => {
    expect(given({ PARTA_SMTP: 'smtp://m' })?.bounces).toBeNull();
    expect(given(bounces)?.bounces).toEqual({
      address: { local: 'bounces', domain: 'school.ru' },
      imap: {
        host: 'mail.school.ru',
        port: 993,
        secure: true,
        isLoopback: false,
        login: { user: 'b@school.ru', pass: 'p/' },
        mailbox: 'Returned',
      },
    });
  });

  test('without an address of a server there is no mail', () => {
    expect(given({})).toBeNull();
  });

  test('an address says how to connect; passwords may hold any sign', () => {
    expect(given({ PARTA_SMTP: 'smtp://mail.school.ru' })).toMatchObject({
      port: 587,
      secure: false,
      login: null,
    });
    expect(given({ PARTA_SMTP: 'smtps://diary%40school.ru:p%3A%2Fw@mail.school.ru' })).toMatchObject({
      port: 465,
      secure: true,
      login: { user: 'diary@school.ru', pass: 'p:/w' },
    });
  });

  test.each([
    ['smtpInvalid', { PARTA_SMTP: 'mail.school.ru' }],
    ['smtpInvalid', { PARTA_SMTP: 'https://mail.school.ru' }],
    ['mailFromInvalid', { PARTA_SMTP: 'smtp://m', PARTA_MAIL_FROM: '' }],
    ['mailFromInvalid', { PARTA_SMTP: 'smtp://m', PARTA_MAIL_FROM: 'Школа' }],
    ['mailFromInvalid', { PARTA_SMTP: 'smtp://m', PARTA_MAIL_FROM: 'a@b.ru\r\nBcc: c@d.ru' }],
    ['bounceIncomplete', { PARTA_SMTP: 'smtp://m', PARTA_BOUNCE_ADDRESS: 'b@s.ru' }],
    ['bounceIncomplete', { PARTA_SMTP: 'smtp://m', PARTA_BOUNCE_IMAP: 'imaps://b:p@m' }],
    ['bounceIncomplete', { PARTA_BOUNCE_ADDRESS: 'b@s.ru', PARTA_BOUNCE_IMAP: 'imaps://b:p@m' }],
    ['bounceAddressInvalid', { ...bounces, PARTA_BOUNCE_ADDRESS: 'b+c@s.ru' }],
    ['bounceAddressInvalid', { ...bounces, PARTA_BOUNCE_ADDRESS: `${'b'.repeat(32)}@s.ru` }],
    ['bounceImapInvalid', { ...bounces, PARTA_BOUNCE_IMAP: 'imaps://mail.school.ru' }],
    ['bounceImapInvalid', { ...bounces, PARTA_BOUNCE_IMAP: 'https://b:p@mail.school.ru' }],
    ['dkimInvalid', { PARTA_SMTP: 'smtp://m', PARTA_DKIM: 'school.ru:diary' }],
  ])('%s names the setting', (code, values) => {
    expect(() => given(values)).toThrow(expect.objectContaining({ code }));
  });

  test('a setting that is wrong never shows its password', () => {
    expect(() => given({ PARTA_SMTP: 'http://me:secret@mail.school.ru' })).toThrow(
      expect.objectContaining({ setting: 'mail.school.ru' }),
    );
  });
});

test('a letter is text and HTML; nothing of it is markup, nothing is loaded', () => {
  const { text, html } = letterBodies(letter);
  expect(text).toContain('    012345');
  expect(html).toContain('&lt;b&gt;действует&lt;/b&gt; 10 минут &amp; не больше.');
  expect(html).not.toMatch(/src=|href=|url\(/u);
});

describe('with a real server', () => {
  const settings = (values: Readonly<Record<string, string>> = {}) => {
    const read = readMailSettings({
      PARTA_SMTP: mail.address,
      PARTA_MAIL_FROM: 'Школа № 7 <diary@school.test>',
      ...values,
    });
    if (read === null) throw new Error('settings are given');
    return read;
  };

  test('letters arrive whole, signed where a key is given', async () => {
    const own = mailer(settings({ PARTA_DKIM: `school.test:diary:${key}` }), log);
    expect(await own.send('whole@mail.test', letter)).toBe('sent');
    own.close();
    const [got] = await lettersTo(mail.boxes, 'whole', 1);
    expect(got).toMatchObject({ subject: letter.subject, from: 'diary@school.test' });
    expect(got?.text).toContain('Код <b>действует</b> 10 минут & не больше.');
    expect(got?.html).toContain('012345');
    expect(got?.headers.get('dkim-signature')).toMatch(/d=school\.test;.*s=diary;/u);
    expect(got?.headers.get('message-id')).toMatch(/@school\.test>$/u);
  });

  test('an address nobody takes letters for is told apart from a server that is away', async () => {
    const own = mailer(settings(), log);
    expect(await own.send('somebody@elsewhere.test', letter)).toBe('refused');
    own.close();
    const away = mailer(settings({ PARTA_SMTP: 'smtp://127.0.0.1:9' }), log);
    expect(await away.send('whole@mail.test', letter)).toBe('unreachable');
    away.close();
  });
});
