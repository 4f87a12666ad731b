import { describe, expect, test } from 'vitest';
import { readReturned, returnAddressOf, verdictOf } from './delivery-status.ts';

const address = { local: 'bounces', domain: 'school.test' };
const token = '0123456789abcdef0123456789abcdef';
const recipient = (lines: string) => `Reporting-MTA: dns; mail.test\r\n\r\n${lines.replaceAll('\n', '\r\n')}`;

describe('what a server says of a letter', () => {
  test.each([
    ['failed', 'noAddress', 'Action: failed\nStatus: 5.1.1', ''],
    ['failed', 'noAddress', 'action: Failed\nstatus: 5.1.10 (unknown)', ''],
    ['failed', 'noDomain', 'Action: failed\nStatus: 5.1.2', ''],
    ['failed', 'noDomain', 'Action: failed\nStatus: 5.4.4', ''],
    ['failed', 'full', 'Action: failed\nStatus: 5.2.2', ''],
    ['failed', 'closed', 'Action: failed\nStatus: 5.2.1', ''],
    ['failed', 'blocked', 'Action: failed\nStatus: 5.7.26', ''],
    ['failed', 'refused', 'Action: failed\nStatus: 5.3.4', ''],
    [
      'failed',
      'noAddress',
      'Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550\n 5.1.1 No such user',
      '',
    ],
    ['failed', 'noAddress', 'Action: failed\nStatus: 5.0.0', 'a@b.test: 550 5.1.1 No such user here'],
    ['failed', 'full', 'Action: delayed\nStatus: 4.0.0\n\nAction: failed\nStatus: 5.2.2', ''],
    ['delayed', null, 'Action: delayed\nStatus: 4.2.1', ''],
    ['delayed', null, 'Action: failed\nStatus: 4.4.7', '550 5.1.1'],
    [null, null, 'Action: delivered\nStatus: 2.1.5', ''],
    [null, null, 'Action: failed\nStatus: five', ''],
    [null, null, '', ''],
  ])('%s, %s: %j', (verdict, reason, lines, words) => {
    expect(verdictOf(recipient(lines), words)).toEqual({ verdict, reason });
  });
});

describe('a message of the mailbox', () => {
  const notice = (headers: string, type = 'message/delivery-status') =>
    Buffer.from(`${headers}\r
Subject: Undelivered\r
MIME-Version: 1.0\r
Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r
\r
--b\r
Content-Type: text/plain\r
\r
We are sorry.\r
--b\r
Content-Type: ${type}\r
\r
Reporting-MTA: dns; mail.test\r
\r
Final-Recipient: rfc822; mama@mail.test\r
Action: failed\r
Status: 5.1.1\r
--b--\r
`);
  const failed = { token, verdict: 'failed', reason: 'noAddress' };

  test.each([
    `To: ${returnAddressOf(address, token)}`,
    `To: Bounces+${token.toUpperCase()}@School.test`,
    `X-Original-To: <bounces+${token}@school.test>\r\nTo: postmaster@school.test`,
  ])('tells the letter: %s', async (headers) => {
    expect(await readReturned(notice(headers), address)).toEqual(failed);
  });

  test.each([
    'To: bounces@school.test',
    `To: bounces+${token.slice(1)}@school.test`,
    `To: bounces+${token}0@school.test`,
    `To: bounces+${token}@elsewhere.test`,
    `Subject: bounces+${token}@school.test`,
  ])('is none of ours: %s', async (headers) => {
    expect((await readReturned(notice(headers), address)).token).toBeNull();
  });

  test('an answer that somebody is on holiday is no notice', async () => {
    const answer = notice(`To: ${returnAddressOf(address, token)}`, 'text/plain');
    expect(await readReturned(answer, address)).toEqual({ token, verdict: null, reason: null });
  });
});
