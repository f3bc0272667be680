// Pictures of every page for people to look at: desktop, 320 px, Arabic, dark (`make shots`). Nothing is checked here.
import path from 'node:path';
import type { Page } from '@playwright/test';
import { test } from '../fixtures.ts';
import { SIGHTS, visit, walk } from '../support/sights.ts';

const folder = path.join(import.meta.dirname, '../shots');

async function shoot(page: Page, name: string): Promise<void> {
  const picture = (kind: string): Promise<unknown> => page.screenshot({ path: path.join(folder, kind, `${name}.png`), fullPage: true });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await picture('desktop');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 640 });
  await picture('phone');
  await page.setViewportSize({ width: 1280, height: 900 });
}

for (const language of ['en', 'ar'] as const) {
  test.describe(language, () => {
    test.use({ language, locale: language });
    const label = (name: string): string => (language === 'en' ? name : `${language}-${name}`);

    for (const sight of SIGHTS) {
      test(label(sight.name), async ({ portal, page }) => {
        await visit(portal, sight);
        await shoot(page, label(sight.name));
      });
    }

    test(label('way'), async ({ portal, page }) => {
      test.setTimeout(180_000);
      await walk(portal, (name) => shoot(page, label(`way-${name}`)));
    });
  });
}
