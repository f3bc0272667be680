// What holds for every page: accessibility, nothing wider than the screen, one heading, a title, language and direction.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Browser, type Page } from '@playwright/test';
import type { Language } from '../words.ts';

/** The small one of its two files: every page that is checked reads it anew. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * No violation of the rules above. Axe is a script: where JavaScript is off, the same HTML is shown in a window of its own, with
 * JavaScript on and all scripts of the page left out. A page without islands is the same with JavaScript and without: the project
 * `js` has checked it.
 */
export async function checkA11y(page: Page, browser: Browser, javaScript: boolean): Promise<void> {
  if (javaScript) {
    await withoutViolation(page);
    return;
  }
  const html = await page.content();
  if (!/<leptos-island|<noscript/.test(html)) return;
  const copy = await copyWindow(browser);
  // Without its fragment: going from a page to a place on it would load nothing.
  const [url, size] = [page.url().replace(/#.*/, ''), page.viewportSize()];
  if (size) await copy.setViewportSize(size);
  await copy.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: withoutScripts(html) }), { times: 1 });
  await copy.goto(url);
  await withoutViolation(copy);
}

const copies = new WeakMap<Browser, Promise<Page>>();

/** The window for copies, one for each browser: what pages share is loaded once. */
function copyWindow(browser: Browser): Promise<Page> {
  const open = async (): Promise<Page> => {
    const context = await browser.newContext({ javaScriptEnabled: true });
    await context.route(/\.(?:js|wasm)(?:\?|$)/, (route) => route.abort());
    return context.newPage();
  };
  const known = copies.get(browser) ?? open();
  copies.set(browser, known);
  return known;
}

function withoutScripts(html: string): string {
  return html.replace(/<script\b[\s\S]*?<\/script>/g, '');
}

/** Axe itself rather than its builder for Playwright: that one also brings back everything that is right, which takes most of the time. */
async function withoutViolation(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const { found, checked } = await page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations, passes } = await axe.run({ runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] });
    const found = violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${violation.help}\n    ${node.target.join(' ')}\n    ${node.html.slice(0, 200)}`),
    );
    return { found, checked: passes.length };
  }, RULES);
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
  expect(checked, `rules that ${page.url()} keeps`).toBeGreaterThan(5);
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
