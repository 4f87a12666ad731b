import type { ConfigFlags } from '#platform/config.ts';
import type { Options } from './command.ts';

/** Options of every command that serves. */
export const serverOptions = {
  host: { type: 'string' },
  port: { type: 'string' },
  data: { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'trust-proxy': { type: 'string' },
  'insecure-http': { type: 'boolean' },
} as const satisfies Options;

export const serverOptionWords = {
  ru: {
    host: 'адрес, на котором слушать (по умолчанию 127.0.0.1)',
    port: 'порт (по умолчанию 8080; 0 — любой свободный)',
    data: 'папка данных (по умолчанию .parta)',
    'tls-cert': 'файл сертификата для HTTPS',
    'tls-key': 'файл ключа для HTTPS',
    'trust-proxy': 'сети прокси, чьим заголовкам верить, через запятую',
    'insecure-http': 'согласиться на HTTP без шифрования вне этого компьютера',
  },
  en: {
    host: 'address to listen on (127.0.0.1 by default)',
    port: 'port (8080 by default; 0 = any free one)',
    data: 'data folder (.parta by default)',
    'tls-cert': 'certificate file for HTTPS',
    'tls-key': 'key file for HTTPS',
    'trust-proxy': 'networks of proxies whose headers to believe, by comma',
    'insecure-http': 'agree to HTTP without encryption off this computer',
  },
};

type ServerValues = {
  [Name in keyof typeof serverOptions]?: string | boolean | undefined;
} & { 'insecure-http'?: boolean | undefined };

/** The options as the platform's configuration takes them. */
export function serverFlags(values: ServerValues): ConfigFlags {
  const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);
  return {
    host: text(values.host),
    port: text(values.port),
    data: text(values.data),
    tlsCert: text(values['tls-cert']),
    tlsKey: text(values['tls-key']),
    trustProxy: text(values['trust-proxy']),
    insecureHttp: values['insecure-http'],
  };
}
