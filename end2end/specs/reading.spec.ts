// Reading what is said on a text: only some of the comments, the compilation by paragraph and its files, and what a paragraph points to.
import { expect, test } from '../fixtures.ts';
import { idOf, paragraph } from '../support/input.ts';
import type { Portal } from '../support/portal.ts';

async function openFilter(page: import('@playwright/test').Page): Promise<void> {
  const details = page.locator('details:has(form.filters)');
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
}

/** The text of the demonstration, in the language of the reader. */
async function theDraft(portal: Portal): Promise<string> {
  await portal.open('/subgroups/sg-rnp');
  return `/drafts/${idOf((await portal.links('/drafts/'))[0] ?? '')}`;
}

test('a reader looks at some of the comments only, on the text, on a paragraph and in the compilation', async ({ portal, page }) => {
  const draft = await theDraft(portal);
  await portal.open(draft);

  await test.step('asks for those who oppose', async () => {
    await openFilter(page);
    await portal.choose('With the stance', 'Oppose');
    await portal.press('Show');
    await expect(page).toHaveURL(/stance=oppose/);
    await expect(page.locator('.filters__shown')).toBeVisible();
    await portal.sees(portal.sentence('text-attention-filtered'));
  });

  await test.step('follows them to a paragraph', async () => {
    await page.locator('.provision__tools a[href*="#comments"]').first().click();
    await expect(page).toHaveURL(/\/provisions\/.*stance=oppose/);
    const stances = page.locator('#comments .comment__head .stance');
    await expect(stances.first()).toBeVisible();
    for (const stance of await stances.all()) await expect(stance).toHaveClass(/stance--oppose/);
    await portal.follow('Show all comments');
    await expect(page).not.toHaveURL(/stance=/);
  });

  await test.step('reads them by paragraph, and takes them along', async () => {
    await portal.open(`${draft}/compilation?stance=oppose`);
    await expect(page.locator('td .stance').first()).toBeVisible();
    for (const stance of await page.locator('td .stance').all()) await expect(stance).toHaveClass(/stance--oppose/);
    const receipts = await page.locator('td .citation').allInnerTexts();
    const csv = await page.request.get((await portal.link('CSV').getAttribute('href')) ?? '');
    expect(csv.status()).toBe(200);
    const words = await csv.text();
    const inFile = words.match(/STK-[A-Z0-9-]+/g) ?? [];
    expect(inFile.sort()).toEqual(receipts.map((receipt) => receipt.trim()).sort());
    await expect(portal.link('Read the full compilation, with what is not public')).toHaveCount(0);
  });

  await test.step('finds nothing of a kind there is nothing of', async () => {
    await portal.open(`${draft}/compilation?stance=neutral&language=zh&region=weog&type=business`);
    await portal.sees(portal.sentence('filter-none'));
    await portal.checkPage();
  });
});

test('a moderator reads what is not public as well', async ({ portal, page }) => {
  const draft = await theDraft(portal);
  await portal.signIn('moderatorRnp');
  await portal.open(`${draft}/compilation`);
  const inPublic = await page.locator('td .citation').count();
  await portal.follow('Read the full compilation, with what is not public');
  await expect.poll(() => page.locator('td .citation').count()).toBeGreaterThan(inPublic);
  await portal.checkPage();
  await portal.follow('Read what is public');
  await expect(page.locator('td .citation')).toHaveCount(inPublic);
});

test('the chair says what a paragraph points to, and the norm leads to it', async ({ portal, page }) => {
  const provision = await paragraph(portal, 4);
  await portal.signIn('chair');
  await portal.open(provision);
  await portal.follow('Say what it points to');
  await page.locator('input[name=norms][value="N-F"]').check();
  await portal.fill('Earlier reports and resolutions', 'A/79/214, paragraph 32');
  await portal.press('Save');
  await expect(page.locator('#links')).toContainText('A/79/214, paragraph 32');
  await portal.checkPage();
  await portal.signOut();
  await portal.open('/norms/n-f');
  await expect(portal.main.locator(`a[href$="${provision}"]`)).toBeVisible();
  await portal.checkPage();
});
