// What every test gets: a portal of its worker, watched; pages kept for the HTML check; the clock put back afterwards.
import { expect, test as base } from '@playwright/test';
import { Clock } from './support/clock.ts';
import { collectHtml } from './support/html.ts';
import { Portal } from './support/portal.ts';
import { Server } from './support/server.ts';
import { watch } from './support/watch.ts';
import type { Language } from './words.ts';

export interface Options {
  language: Language;
}

interface Fixtures {
  clock: Clock;
  portal: Portal;
}

interface WorkerFixtures {
  server: Server;
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  language: ['en', { option: true }],

  // One server and one fresh demonstration database for each worker.
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 30_000 },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  // A minute passes between two tests, so that rate limits fill up again; what a test moves is put back.
  clock: async ({ server, context, javaScriptEnabled }, use) => {
    const before = await server.setClock({ advance_seconds: 60 });
    const clock = new Clock(server, context, javaScriptEnabled !== false);
    await clock.follow();
    await use(clock);
    await server.setClock({ now: before.toISOString() });
  },

  portal: async ({ page, context, browser, server, clock, language, javaScriptEnabled }, use, info) => {
    const troubles = watch(context);
    const written = collectHtml(context, info.project.name);
    await use(new Portal(page, browser, server, clock, language, javaScriptEnabled !== false));
    await written();
    expect(troubles, 'errors in the console, refused by the CSP, missing files, 5xx').toEqual([]);
  },
});

export { expect };
