// When the islands of a page do their work.
import type { Page } from '@playwright/test';

/** Waits until every island of a page does its work: they come to life one after the other, some time after the page. */
export async function awake(page: Page): Promise<void> {
  const all = (): boolean => document.querySelectorAll('leptos-island').length === Number(document.documentElement.dataset['awake'] ?? 0);
  await page.waitForFunction(all);
}
