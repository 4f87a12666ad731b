import { canInstall, installPackage, isExecutable } from './debian.ts';

/**
 * The browser for the journeys: `PARTA_CHROMIUM`, or where distributions install it; `null` = none.
 */
export function findChromium(): string | null {
  return places().find(isExecutable) ?? null;
}

export const canInstallChromium = canInstall;

/** Installs Debian's Chromium and answers its path; throws with the last line apt-get said. */
export const installChromium = (): Promise<string> => installPackage('chromium', findChromium);

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

function places(): readonly string[] {
  const named = process.env['PARTA_CHROMIUM'];
  return named === undefined || named === '' ? usualPlaces : [named];
}
