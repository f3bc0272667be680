// Keeps the HTML of every page that was seen, as the server sent it; tools/check-html.mjs validates it afterwards.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext, Response } from '@playwright/test';

const folder = path.join(import.meta.dirname, '../results/html');

async function keep(label: string, response: Response): Promise<void> {
  const html = await response.text();
  const request = response.request();
  const slug = new URL(response.url()).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/[^a-z0-9]+/gi, '-');
  const hash = createHash('sha256').update(html).digest('hex').slice(0, 8);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${label}${slug}_${request.method()}-${response.status()}_${hash}.html`), html);
}

/** Collects the pages of a context; the function that comes back waits until all are written. */
export function collectHtml(context: BrowserContext, label: string): () => Promise<void> {
  const writing: Promise<void>[] = [];
  context.on('response', (response) => {
    if (response.request().resourceType() !== 'document' || (response.status() >= 300 && response.status() < 400)) return;
    if (!(response.headers()['content-type'] ?? '').startsWith('text/html')) return;
    // The body of a page left at once may be gone; the same page is seen often enough.
    writing.push(keep(label, response).catch(() => undefined));
  });
  return async () => {
    await Promise.all(writing);
  };
}
