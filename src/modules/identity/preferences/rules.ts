/**
 * What a browser prefers, kept in two readable cookies so that the server renders it at once. The
 * server reads them with `preferencesFrom` and, for a form sent without script, answers with
 * `preferenceCookies`.
 */
export const languages = ['ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** `auto` follows the device. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export type Preferences = { readonly language: Language; readonly theme: Theme };

const themeCookie = 'theme';
const languageCookie = 'language';
const yearInSeconds = 31_536_000;

/** The preferences of a request. The chosen language wins over the browser's; Russian is the rest. */
export function preferencesFrom(headers: {
  cookie?: string | undefined;
  acceptLanguage?: string | undefined;
}): Preferences {
  const cookies = new Map(
    (headers.cookie ?? '').split(';').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
  return {
    language: oneOf(languages, cookies.get(languageCookie)) ?? spoken(headers.acceptLanguage),
    theme: oneOf(themes, cookies.get(themeCookie)) ?? 'auto',
  };
}

/** Cookie texts (for `Set-Cookie` or `document.cookie`) for the fields a preference form sends. */
export function preferenceCookies(
  fields: { theme?: string | undefined; language?: string | undefined },
  isSecure: boolean,
): string[] {
  const rest = `; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  const theme = oneOf(themes, fields.theme);
  const language = oneOf(languages, fields.language);
  return [
    ...(theme ? [`${themeCookie}=${theme}${rest}`] : []),
    ...(language ? [`${languageCookie}=${language}${rest}`] : []),
  ];
}

function oneOf<Word extends string>(words: readonly Word[], text: string | undefined): Word | null {
  return words.find((word) => word === text) ?? null;
}

/** English only for a browser that asks for it and not for Russian before it. */
function spoken(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=');
      return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) };
    })
    .toSorted((one, other) => other.quality - one.quality);
  for (const { language } of wanted) {
    const known = oneOf(languages, language);
    if (known) return known;
  }
  return 'ru';
}
