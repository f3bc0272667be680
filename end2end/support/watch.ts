// What must never happen while a page is used: errors in the console (the CSP reports there), 5xx, missing files.
import type { BrowserContext } from '@playwright/test';

/** Starts watching; the list fills with what went wrong. */
export function watch(context: BrowserContext): string[] {
  const troubles: string[] = [];
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    // Chromium reports every 4xx page here; those are answers, and missing files are caught below.
    if (/^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())) return;
    // A line that a test has cut.
    if (/^Failed to load resource: net::ERR_INTERNET_DISCONNECTED/.test(message.text())) return;
    // A rehearsed page sends nothing, and the browser says so. No other page has this policy.
    if (message.text().includes("form-action 'none'")) return;
    troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => troubles.push(`script: ${error.error().message}`));
  context.on('response', (response) => {
    const page = response.request().resourceType() === 'document';
    if (response.status() >= 500 || (response.status() >= 400 && !page)) {
      troubles.push(`${response.status()} for ${response.request().method()} ${response.url()}`);
    }
  });
  return troubles;
}
