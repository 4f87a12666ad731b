import type { Config } from './config.ts';

export type Headers = Readonly<Record<string, string>>;

/** Headers of every answer. */
export function commonHeaders(config: Pick<Config, 'transport'>): Headers {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(config.transport === 'tls' || config.transport === 'proxy'
      ? { 'strict-transport-security': 'max-age=63072000' }
      : {}),
  };
}

/** Headers of a JSON answer: it must never run or be framed as a page. */
export function jsonHeaders(config: Pick<Config, 'transport'>, stored: boolean): Headers {
  return {
    ...commonHeaders(config),
    'content-type': 'application/json; charset=utf-8',
    'cache-control': stored ? 'private, no-cache' : 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  };
}

/**
 * Headers of an HTML page. Scripts run only from our files or with the page's nonce, and text
 * becomes a script address only through the Trusted Types policy named `parta`.
 */
export function pageHeaders(config: Pick<Config, 'transport'>, nonce: string): Headers {
  return {
    ...commonHeaders(config),
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-cache',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'content-security-policy': contentSecurityPolicy(nonce),
  };
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types parta',
  ].join('; ');
}
