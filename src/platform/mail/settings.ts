import { readFileSync } from 'node:fs';
import { ConfigFault } from '../config-fault.ts';
import { tokenLength, type ReturnAddress } from './delivery-status.ts';

/** How letters leave: one SMTP server of the school's choice, and how they are signed. */
export type MailSettings = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  readonly secure: boolean;
  readonly login: { readonly user: string; readonly pass: string } | null;
  /** `Школа № 7 <diary@school.example>` or the address alone. */
  readonly from: string;
  readonly dkim: { readonly domain: string; readonly selector: string; readonly privateKey: string } | null;
  /** Where letters that cannot be delivered come back to; null = nobody looks. */
  readonly bounces: BounceSettings | null;
};

export type BounceSettings = {
  /** Each letter's own sender is `local+token@domain`. */
  readonly address: ReturnAddress;
  readonly imap: {
    readonly host: string;
    readonly port: number;
    readonly secure: boolean;
    readonly isLoopback: boolean;
    readonly login: { readonly user: string; readonly pass: string };
    readonly mailbox: string;
  };
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `PARTA_SMTP` = `smtp://[login:password@]host[:port]` or `smtps://…`, `PARTA_MAIL_FROM` = whom letters are from,
 * `PARTA_DKIM` = `domain:selector:/path/of/the/key.pem`; letters that come back: `PARTA_BOUNCE_ADDRESS` and
 * `PARTA_BOUNCE_IMAP` = `imaps://login:password@host[:port][/mailbox]`. Null without `PARTA_SMTP`: then no page offers what needs mail.
 * Throws ConfigFault, or the system error of an unreadable key.
 */
export function readMailSettings(environment: Environment): MailSettings | null {
  const address = environment['PARTA_SMTP'] ?? '';
  const bounces = readBounces(environment);
  if (address === '') {
    if (bounces) throw new ConfigFault('bounceIncomplete', 'PARTA_SMTP');
    return null;
  }
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '')
    throw new ConfigFault('smtpInvalid', url === null ? '' : url.host);
  const secure = url.protocol === 'smtps:';
  const from = environment['PARTA_MAIL_FROM'] ?? '';
  if (!/^(?:[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u.test(from))
    throw new ConfigFault('mailFromInvalid', from);
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    login:
      url.username === ''
        ? null
        : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    from,
    dkim: readDkim(environment['PARTA_DKIM'] ?? ''),
    bounces,
  };
}

function readBounces(environment: Environment): BounceSettings | null {
  const address = environment['PARTA_BOUNCE_ADDRESS'] ?? '';
  const imap = environment['PARTA_BOUNCE_IMAP'] ?? '';
  if (address === '' && imap === '') return null;
  if (address === '' || imap === '')
    throw new ConfigFault('bounceIncomplete', address === '' ? 'PARTA_BOUNCE_ADDRESS' : 'PARTA_BOUNCE_IMAP');
  return { address: readReturnAddress(address), imap: readImap(imap) };
}

/** A local part has 64 signs, of which «+» and the token take some. */
const longestLocal = 64 - 1 - tokenLength;

function readReturnAddress(text: string): ReturnAddress {
  const [local = '', domain = '', ...rest] = text.split('@');
  const isWhole = /^[a-z0-9._-]+$/iu.test(local) && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/iu.test(domain);
  if (!isWhole || rest.length > 0 || local.length > longestLocal)
    throw new ConfigFault('bounceAddressInvalid', text);
  return { local, domain };
}

function readImap(text: string): BounceSettings['imap'] {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    url === null ||
    !['imap:', 'imaps:'].includes(url.protocol) ||
    url.hostname === '' ||
    url.username === '' ||
    url.password === ''
  )
    throw new ConfigFault('bounceImapInvalid', url === null ? '' : url.host);
  const secure = url.protocol === 'imaps:';
  const mailbox = decodeURIComponent(url.pathname.replace(/^\//u, ''));
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 993 : 143) : Number(url.port),
    secure,
    isLoopback: url.hostname === 'localhost' || /^127(?:\.\d{1,3}){3}$/u.test(url.hostname),
    login: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    mailbox: mailbox === '' ? 'INBOX' : mailbox,
  };
}

function readDkim(text: string): MailSettings['dkim'] {
  if (text === '') return null;
  const [domain = '', selector = '', ...path] = text.split(':');
  if (domain === '' || selector === '' || path.length === 0) throw new ConfigFault('dkimInvalid', text);
  return { domain, selector, privateKey: readFileSync(path.join(':'), 'utf8') };
}
