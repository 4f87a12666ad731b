import { expect, test } from 'vitest';
import { preferenceCookies, preferencesFrom } from './rules.ts';

test.each([
  [{}, 'ru'],
  [{ acceptLanguage: 'en-GB,en;q=0.9' }, 'en'],
  [{ acceptLanguage: 'en;q=0.5,ru;q=0.9' }, 'ru'],
  [{ acceptLanguage: 'de-DE,de;q=0.9,en;q=0.8' }, 'en'],
  [{ acceptLanguage: 'tt-RU,tt' }, 'ru'],
  [{ acceptLanguage: 'en', cookie: 'a=b; language=ru' }, 'ru'],
  [{ acceptLanguage: 'ru', cookie: 'language=xx' }, 'ru'],
] as const)('language of %j', (headers, language) => {
  expect(preferencesFrom(headers).language).toBe(language);
});

test('a theme nobody knows is the theme of the device', () => {
  expect(preferencesFrom({ cookie: 'theme=dark' }).theme).toBe('dark');
  expect(preferencesFrom({ cookie: 'theme="><script>' }).theme).toBe('auto');
});

test('only known values become cookies, and they read back', () => {
  expect(preferenceCookies({ theme: 'pink; Domain=evil', language: 'fr' }, true)).toEqual([]);
  const [cookie = ''] = preferenceCookies({ theme: 'light' }, true);
  expect(cookie).toContain('; Secure');
  expect(preferencesFrom({ cookie: cookie.split(';')[0] }).theme).toBe('light');
});
