// What JavaScript adds to the editor of a paper: the bar of marks, the preview while one types, and the copy of what could not be saved.
import { expect, test } from '../fixtures.ts';
import { awake } from '../support/awake.ts';
import { aPaper, draftPaper, fillPaper, findRound, type PaperWords } from '../support/input.ts';
import type { Portal } from '../support/portal.ts';

/** The editor of a new draft; answers its id. */
async function editor(portal: Portal, words: PaperWords = aPaper()): Promise<string> {
  await portal.newMember();
  const id = await draftPaper(portal, await findRound(portal, 'papers', ['open', 'soon']), words);
  await awake(portal.page);
  return id;
}

/** Chooses the words in the text as a reader would with the mouse. */
async function choose(portal: Portal, words: string): Promise<void> {
  await portal.field('Text').evaluate((area: HTMLTextAreaElement, words) => {
    const at = area.value.indexOf(words);
    area.focus();
    area.setSelectionRange(at, at + words.length);
  }, words);
}

test('the bar writes marks, each can be taken back, and its buttons are reached by arrows', async ({ portal, page, language }) => {
  await editor(portal);
  const [text, bar] = [portal.field('Text'), page.getByRole('toolbar')];
  const button = (key: string) => bar.getByRole('button', { name: portal.sentence(key) });
  await portal.fill('Text', 'We ask for time 🙂.\nOne\nTwo');
  await choose(portal, 'time 🙂');
  await button('writing-bold').click();
  await expect(text).toHaveValue('We ask for **time 🙂**.\nOne\nTwo');
  await expect(text).toBeFocused();
  await page.keyboard.press('Control+b');
  await expect(text).toHaveValue('We ask for time 🙂.\nOne\nTwo');
  await choose(portal, 'One\nTwo');
  await button('writing-numbers').click();
  await expect(text).toHaveValue('We ask for time 🙂.\n1. One\n2. Two');
  await page.keyboard.press('Control+z');
  await expect(text).toHaveValue('We ask for time 🙂.\nOne\nTwo');

  // One stop for the tabulator; the arrows go on in the direction one reads.
  await text.focus();
  await page.keyboard.press('Shift+Tab');
  await expect(button('writing-heading')).toBeFocused();
  await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight');
  await expect(button('writing-bold')).toBeFocused();
  await page.keyboard.press('End');
  await expect(button('writing-link')).toBeFocused();
  await choose(portal, 'time 🙂');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(text).toHaveValue('We ask for [time 🙂](https://).\nOne\nTwo');
  await portal.checkPage();
});

test('the preview follows what is typed, made by the server', async ({ portal, page }) => {
  await editor(portal);
  const preview = page.locator('details.preview');
  await preview.locator('summary').click();
  await portal.fill('Text', '## We ask\n\n- for **time** <b>now</b>\n- للوقت');
  await expect(preview.getByRole('heading', { name: 'We ask' })).toBeVisible();
  await expect(preview.locator('strong')).toHaveText('time');
  await expect(preview.getByRole('listitem')).toHaveCount(2);
  await expect(preview).toContainText('<b>now</b>');
  await portal.fill('Text', 'Other words.');
  await expect(preview).toContainText('Other words.');
  await expect(preview.getByRole('listitem')).toHaveCount(0);
});

test('the line breaks while one writes: the words are offered when one returns', async ({ portal, page }) => {
  await editor(portal);
  const saved = page.locator('.counter .saved').first();
  const offer = page.getByRole('heading', { name: portal.sentence('copy-title') });
  await expect(offer).toBeHidden();
  await page.route('**/api/autosave', (route) => route.abort('internetdisconnected'));
  await portal.fill('Text', 'Typed while the line was down.');
  await expect(page.locator('.saved--failed')).toContainText(portal.sentence('draft-offline'), { timeout: 10_000 });
  page.once('dialog', (dialog) => dialog.accept());
  await page.reload();
  await page.unroute('**/api/autosave');
  await awake(page);
  await expect(portal.field('Text')).not.toHaveValue('Typed while the line was down.');
  await expect(offer).toBeVisible();
  await portal.checkPage();

  // What is typed before one decides does not take their place: not saved by a button at once, nor by itself.
  await portal.fill('Text', 'Saved at once.');
  await portal.press('Save draft');
  await awake(page);
  await expect(portal.field('Text')).toHaveValue('Saved at once.');
  await expect(offer).toBeVisible();
  // Nor is what the server has by now ever offered, whichever way one went on from there.
  await portal.fill('Text', 'Checked at once.');
  await portal.press('Check before submitting');
  await awake(page);
  expect(await page.evaluate(() => Object.values(localStorage).filter((words: string) => words.includes('Checked at once.')))).toEqual([]);
  await page.goBack();
  await awake(page);
  await portal.fill('Text', 'Typed on returning.');
  await expect(saved).toContainText(portal.sentence('draft-saved'), { timeout: 10_000 });
  await page.reload();
  await awake(page);
  await page.getByRole('button', { name: portal.sentence('copy-put-back') }).click();
  await expect(portal.field('Text')).toHaveValue('Typed while the line was down.');
  await expect(offer).toBeHidden();
  // They started from an older draft: that is a conflict like any other, and both texts are shown.
  await expect(page.locator('.saved--failed').last()).toContainText(portal.sentence('draft-conflict'), { timeout: 10_000 });
  await portal.press('Save draft');
  await portal.sees(portal.part('This draft was changed elsewhere'));
  await portal.sees('Typed on returning.');
  await portal.press('Save draft');
  await awake(page);
  await expect(portal.field('Text')).toHaveValue('Typed while the line was down.');
  await expect(offer).toBeHidden();
});

test('words for a new paper are found again where a new paper is begun, and once it is saved at its own address', async ({ portal, page }) => {
  await portal.newMember();
  const round = await findRound(portal, 'papers', ['open', 'soon']);
  const [offer, words] = [page.getByRole('heading', { name: portal.sentence('copy-title') }), aPaper()];
  await portal.open(`/papers/new?round=${round.id}`);
  await awake(page);
  // Nothing can be saved before a subgroup is chosen.
  await portal.fill('Text', 'Not to be saved yet.');
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join(''))).toContain('Not to be saved yet.');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await awake(page);
  await expect(offer).toBeVisible();
  await page.getByRole('button', { name: portal.sentence('copy-put-back') }).click();
  await expect(portal.field('Text')).toHaveValue('Not to be saved yet.');
  await fillPaper(portal, words);
  await expect(page).toHaveURL(/\/papers\/[^/]+\/edit/, { timeout: 10_000 });
  await page.route('**/api/autosave', (route) => route.abort('internetdisconnected'));
  await portal.fill('Text', 'After its first save.');
  await expect(page.locator('.saved--failed').last()).toContainText(portal.sentence('draft-offline'), { timeout: 10_000 });
  const at = page.url();
  await page.goto('about:blank');
  await page.unroute('**/api/autosave');
  await portal.open(`/papers/new?round=${round.id}`);
  await awake(page);
  await expect(offer).toBeHidden();
  await page.goto(at);
  await awake(page);
  await expect(offer).toBeVisible();
  await page.getByRole('button', { name: portal.sentence('copy-put-back') }).click();
  await expect(portal.field('Text')).toHaveValue('After its first save.');
});

test('signing out takes what was kept on the device along', async ({ portal, page }) => {
  const id = await editor(portal);
  await page.evaluate((id) => localStorage.setItem(`openfloor/x/${id}`, '{}'), id);
  await portal.signOut();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
