// The journeys in a real browser: with JavaScript, without it, in Arabic, on a small phone.
// The same specs run in all of them; islands.spec.ts and writing.spec.ts need JavaScript, shots.spec.ts is for people (`make shots`).
import { defineConfig, devices } from '@playwright/test';
import type { Options } from './fixtures.ts';

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } };
// Chromium's headless shell opens a window without building a whole browser around it: the same journeys take two thirds of the time.
// Its pictures of whole pages are cut, so those for people come from the full Chromium.
const pictures = process.env['OPENFLOOR_SHOTS'] !== undefined;
const forPeople = ['**/shots.spec.ts'];
// What is done at a desk. Their pages are looked at on a phone too (pages.spec.ts), and every page that is checked is checked at 320 px.
const forDesks = ['drafting', 'keyboard', 'own-data', 'planning', 'rehearsal', 'secretariat'].map((name) => `**/${name}.spec.ts`);
const forJavaScript = ['**/islands.spec.ts'];
// These need JavaScript too, but are mirrored in Arabic.
const forWriting = ['**/writing.spec.ts'];
// How letters are drawn does not depend on JavaScript, and every page that is checked is checked at 320 px.
const forLetters = ['**/long-texts.spec.ts'];

export default defineConfig<Options>({
  testDir: 'specs',
  outputDir: 'results/artifacts',
  workers: 2,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: false,
  reporter: [[process.env['CI'] ? 'dot' : 'list'], ['json', { outputFile: 'results/report.json' }]],
  use: {
    locale: 'en-GB',
    timezoneId: 'Africa/Nairobi',
    screenshot: 'only-on-failure',
    trace: 'off',
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env['OPENFLOOR_CHROMIUM'] ?? (pictures ? '/usr/bin/chromium' : '/usr/bin/chromium-headless-shell'),
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync',
      ],
    },
  },
  projects: pictures
    ? [{ name: 'shots', testMatch: forPeople, use: { ...desktop } }]
    : [
        { name: 'js', testIgnore: forPeople, use: { ...desktop } },
        { name: 'nojs', testIgnore: [...forPeople, ...forJavaScript, ...forWriting, ...forLetters], use: { ...desktop, javaScriptEnabled: false } },
        { name: 'rtl', testIgnore: [...forPeople, ...forJavaScript], use: { ...desktop, locale: 'ar', language: 'ar' } },
        {
          name: 'mobile',
          testIgnore: [...forPeople, ...forJavaScript, ...forWriting, ...forLetters, ...forDesks],
          use: { ...desktop, viewport: { width: 320, height: 640 }, hasTouch: true },
        },
      ],
});
