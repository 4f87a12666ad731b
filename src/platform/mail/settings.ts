import { readFileSync } from 'node:fs';
import { ConfigFault } from '../config-fault.ts';

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
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `PARTA_SMTP` = `smtp://[login:password@]host[:port]` or `smtps://…`, `PARTA_MAIL_FROM` = whom letters are from,
 * `PARTA_DKIM` = `domain:selector:/path/of/the/key.pem`. Null without `PARTA_SMTP`: then no page offers what needs mail.
 * Throws ConfigFault, or the system error of an unreadable key.
 */
export function readMailSettings(environment: Environment): MailSettings | null {
  const address = environment['PARTA_SMTP'] ?? '';
  if (address === '') return null;
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
  };
}

function readDkim(text: string): MailSettings['dkim'] {
  if (text === '') return null;
  const [domain = '', selector = '', ...path] = text.split(':');
  if (domain === '' || selector === '' || path.length === 0) throw new ConfigFault('dkimInvalid', text);
  return { domain, selector, privateKey: readFileSync(path.join(':'), 'utf8') };
}
