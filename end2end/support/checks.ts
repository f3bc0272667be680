// What holds for every page: accessibility, nothing wider than the screen, one heading, a title, language and direction.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Browser, type Page } from '@playwright/test';
import type { Language } from '../words.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * No violation of the rules above. Axe is a script: where JavaScript is off, the same HTML is shown in a browser window of
 * its own, with JavaScript on and all scripts of the page left out.
 */
export async function checkA11y(page: Page, browser: Browser, javaScript: boolean): Promise<void> {
  if (javaScript) {
    await withoutViolation(page, page.url());
    return;
  }
  const url = page.url();
  const html = await page.content();
  const context = await browser.newContext({ javaScriptEnabled: true, viewport: page.viewportSize() });
  try {
    await context.route(/\.(?:js|wasm)(?:\?|$)/, (route) => route.abort());
    await context.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: withoutScripts(html) }));
    const copy = await context.newPage();
    await copy.goto(url);
    await withoutViolation(copy, url);
  } finally {
    await context.close();
  }
}

function withoutScripts(html: string): string {
  return html.replace(/<script\b[\s\S]*?<\/script>/g, '');
}

async function withoutViolation(page: Page, url: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help}\n    ${node.target.join(' ')}\n    ${node.html.slice(0, 200)}`),
  );
  expect(found, `accessibility of ${url}`).toEqual([]);
}

/** Nothing makes the page wider than the window, on a small phone either. */
export async function noSidewaysScroll(page: Page, widths: number[] = [320]): Promise<void> {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 640 });
    const wide = await page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= room) return [];
      const beyond = [...document.querySelectorAll('body *')].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > room + 1 || box.left < -1);
      });
      const names = beyond.map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`);
      return [`the page is ${document.documentElement.scrollWidth} px wide`, ...names.slice(0, 5)];
    });
    expect(wide, `${page.url()} at ${width} px`).toEqual([]);
  }
  if (before) await page.setViewportSize(before);
}

export async function checkFrame(page: Page, language: Language): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
  await expect(page).toHaveTitle(/\S+ · Openfloor$/);
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page.locator('h1')).not.toBeEmpty();
  await expect(page.getByRole('main')).toHaveCount(1);
}
