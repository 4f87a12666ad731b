/** What a browser called itself, in words people know; null where nothing known is said. */
export type DeviceName = {
  readonly browser: string | null;
  readonly system: string | null;
  readonly isPhone: boolean;
};

/** The first fitting line counts: Яндекс, Opera and Edge call themselves Chrome too, Chrome calls itself Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/YaBrowser|YaApp/u, 'Яндекс Браузер'],
  [/EdgA?\/|EdgiOS/u, 'Edge'],
  [/OPR\/|OPiOS|OPT\//u, 'Opera'],
  [/SamsungBrowser/u, 'Samsung Internet'],
  [/Firefox|FxiOS/u, 'Firefox'],
  [/Chrome|Chromium|CriOS/u, 'Chrome'],
  [/Version\/[\d.]+.* Safari/u, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Android/u, 'Android'],
  [/Windows/u, 'Windows'],
  [/CrOS/u, 'ChromeOS'],
  [/Macintosh|Mac OS X/u, 'macOS'],
  [/Linux|X11/u, 'Linux'],
];

/** «Firefox, Windows»; empty where nothing known is said. */
export function writtenDevice({ browser, system }: DeviceName): string {
  return [browser, system].filter((part) => part !== null).join(', ');
}

/** Browser and system from a `User-Agent` header. */
export function deviceName(userAgent: string | null): DeviceName {
  const said = userAgent ?? '';
  const first = (table: typeof browsers) => table.find(([sign]) => sign.test(said))?.[1] ?? null;
  return { browser: first(browsers), system: first(systems), isPhone: /Mobile|iPhone/u.test(said) };
}
