import { defineConfig } from '@playwright/test';
import { demoReady } from './e2e/support/demo.ts';
import { findChromium } from './tools/chromium.ts';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const chromium = findChromium();
const demo = demoReady();
const desktop = { width: 1440, height: 900 };
const theLesson = /\/way\.desktop\.test\.ts$/;

/**
 * `x.phone.test.ts` runs on a phone, `x.desktop.test.ts` on a desktop, `x.test.ts` on both. A journey that
 * passes only at the second attempt has failed: no retries.
 */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/demo-server.ts',
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    ...(demo === null ? {} : { baseURL: demo.url }),
    browserName: 'chromium',
    launchOptions: {
      args: quiet,
      // Without a locale the browser cannot write files in a folder with a Russian name.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      ...(chromium === null ? {} : { executablePath: chromium }),
    },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    contextOptions: { reducedMotion: 'reduce' },
    // A trace doubles a journey's time: PARTA_TRACE=1 asks for one.
    trace: process.env['PARTA_TRACE'] === undefined ? 'off' : 'retain-on-failure',
  },
  projects: [
    {
      // First of all: the lesson it marks is on, and on a slow machine would end before its turn.
      name: 'lesson',
      testMatch: theLesson,
      use: { viewport: desktop },
    },
    {
      name: 'phone',
      testMatch: /\.test\.ts$/,
      testIgnore: /\.desktop\.test\.ts$/,
      use: { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    },
    {
      name: 'desktop',
      testMatch: /\.test\.ts$/,
      testIgnore: [/\.phone\.test\.ts$/, theLesson],
      use: { viewport: desktop },
    },
  ],
});
