// What JavaScript adds, and only adds: countdown, word count, autosave, the comment form that shows what it needs.
import { expect, test } from '../fixtures.ts';
import { awake } from '../support/awake.ts';
import { aPaper, draftPaper, findRound, paragraph } from '../support/input.ts';

test('the countdown follows the clock and shows the reader their own time', async ({ portal, page, clock }) => {
  const round = await findRound(portal, 'papers', ['open', 'soon']);
  const deadline = portal.main.locator('.deadline').first();
  await expect(deadline.locator('.deadline__yours')).toBeVisible();
  await awake(page);
  const left = await deadline.locator('.deadline__left').innerText();
  // Both clocks move: the server's, and the reader's with it.
  await clock.set(new Date(round.closes.getTime() - 90 * 60_000));
  await expect(deadline.locator('.deadline__left')).not.toHaveText(left);
});

test('what is wrong with the reader’s clock is said once a page', async ({ portal, page, clock, context }) => {
  await portal.signIn('business');
  await context.clock.setFixedTime(new Date((await clock.now()).getTime() + 3_600_000));
  await portal.open('/desk');
  await awake(page);
  expect(await page.locator('leptos-island .deadline').count()).toBeGreaterThan(1);
  await expect(page.locator('.deadline p:visible')).toHaveCount(1);
});

test('a deadline that passes while one looks is shown as closed', async ({ portal, page, clock }) => {
  const round = await findRound(portal, 'papers', ['soon', 'open']);
  // The countdown has heard the server's time; it trusts no clock before.
  await awake(page);
  await clock.set(new Date(round.closes.getTime() + 5_000));
  await expect(portal.main.locator('.deadline').first()).toContainText(portal.part('Closed since'));
});

test('words are counted while one types', async ({ portal, page }) => {
  await portal.newMember();
  await draftPaper(portal, await findRound(portal, 'papers', ['open', 'soon']), aPaper());
  await awake(page);
  await portal.fill('Text', 'one two three four five');
  await expect(page.locator('.counter').first()).toContainText(/^\s*5 of /);
  await portal.field('Text').pressSequentially(' six');
  await expect(page.locator('.counter').first()).toContainText(/^\s*6 of /);
});

test('a draft is saved by itself, and what was typed is there in a new window', async ({ portal, page, context }) => {
  await portal.newMember();
  const id = await draftPaper(portal, await findRound(portal, 'papers', ['open', 'soon']), aPaper());
  await awake(page);
  await portal.fill('Text', 'Saved without pressing anything.');
  await expect(page.locator('.counter .saved').first()).toContainText(/^Saved /, { timeout: 10_000 });
  const other = await context.newPage();
  await other.goto(portal.at(`/papers/${id}/edit`));
  await expect(other.getByLabel(portal.say('Text')).and(other.locator('textarea'))).toHaveValue('Saved without pressing anything.');
  await other.close();
  // Saving by hand afterwards is no conflict with oneself.
  await portal.press('Save draft');
  await portal.seesNot(portal.part('This draft was changed elsewhere'));
  await expect(portal.field('Text')).toHaveValue('Saved without pressing anything.');
});

test('autosave never overwrites what another window saved', async ({ portal, page, context }) => {
  await portal.newMember();
  const id = await draftPaper(portal, await findRound(portal, 'papers', ['open', 'soon']), aPaper());
  const other = await context.newPage();
  await other.goto(portal.at(`/papers/${id}/edit`));
  await awake(other);
  await awake(page);
  await portal.fill('Text', 'From the first window.');
  await expect(page.locator('.counter .saved').first()).toContainText(/^Saved /, { timeout: 10_000 });
  await other.getByLabel(portal.say('Text')).and(other.locator('textarea')).fill('From the second window.');
  await expect(other.locator('.saved--failed')).toContainText(portal.sentence('draft-conflict'), { timeout: 10_000 });
  await other.close();
});

test('the comment form shows the proposed text only where it is needed', async ({ portal, page }) => {
  await portal.signIn('ngo');
  await portal.open(await paragraph(portal, 6));
  await awake(page);
  await portal.choose('Operation', 'Keep');
  await expect(portal.field('Proposed text')).toBeHidden();
  await portal.choose('Operation', 'Modify');
  await expect(portal.field('Proposed text')).toBeVisible();
});

test('only pages with an island load the browser part', async ({ portal, page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (/\.(?:wasm|js)(?:\?|$)/.test(request.url())) loaded.push(request.url());
  });
  for (const path of ['/norms', '/papers', '/sign-in', '/privacy']) await portal.open(path);
  await page.waitForLoadState('networkidle');
  expect(loaded).toEqual([]);
  await findRound(portal, 'papers', ['open', 'soon']);
  await awake(page);
  expect(loaded.some((url) => url.includes('.wasm'))).toBe(true);
});
