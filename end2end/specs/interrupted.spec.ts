// What comes between somebody and their paper: a session that ends, a colleague, a second click, the button back, very many words.
import { expect, test } from '../fixtures.ts';
import { aPaper, draftPaper, findRound, submitPaper } from '../support/input.ts';
import { accept, invite } from '../support/members.ts';
import { somebody } from '../support/portal.ts';

const NUMBER = /STK-[A-Z0-9-]+-\d{4}/g;

test('the session ends while one writes: one signs in again, the text is there, one click on', async ({ portal, page }) => {
  test.slow();
  const author = await portal.newMember();
  const id = await draftPaper(portal, await findRound(portal, 'papers', ['open', 'soon']), aPaper());
  await portal.fill('Text', 'Typed before the session ended.');
  await page.context().clearCookies();
  await portal.press('Save draft');
  await portal.sees(portal.sentence('sign-in-pending'));
  await portal.checkPage();
  await portal.fill('Email', author.email);
  await portal.fill('Password', author.password);
  await portal.press('Sign in');
  await expect(portal.field('Text')).toHaveValue('Typed before the session ended.');
  await portal.press('Save draft');
  await expect(page).toHaveURL(new RegExp(`/papers/${id}/edit`));
  await portal.open(`/papers/${id}`);
  await portal.sees('Typed before the session ended.');
});

test('two people write one paper: the second sees both texts, and nothing is lost', async ({ portal, page }) => {
  test.slow();
  const author = await portal.newMember();
  const id = await draftPaper(portal, await findRound(portal, 'papers', ['open', 'soon']), aPaper());
  const colleague = somebody();
  const invitation = await invite(portal, colleague.email);
  await accept(portal, invitation, colleague);
  await portal.open(`/papers/${id}/edit`);
  const version = await page.locator('input[name="version"]').first().inputValue();
  await portal.signOut();

  await portal.signIn(author);
  await portal.open(`/papers/${id}/edit`);
  await portal.fill('Text', 'Words of the author.');
  await portal.press('Save draft');
  await portal.signOut();

  // The colleague has had the page open since before.
  await portal.signIn(colleague);
  await portal.open(`/papers/${id}/edit`);
  await portal.fill('Text', 'Words of the colleague.');
  await page.locator('input[name="version"]').first().evaluate((field, older) => field.setAttribute('value', older), version);
  await portal.press('Save draft');
  await portal.sees(portal.part('This draft was changed elsewhere'));
  await portal.sees('Words of the author.');
  await expect(portal.field('Text')).toHaveValue('Words of the colleague.');
  await portal.checkPage();
  await portal.press('Save draft');
  await portal.open(`/papers/${id}`);
  await portal.sees('Words of the colleague.');
});

test('two clicks on the last button, and the way back: one receipt', async ({ portal, page }) => {
  test.slow();
  await portal.newMember();
  const id = await draftPaper(portal, await findRound(portal, 'papers', ['open', 'soon']), aPaper());
  await portal.press('Check before submitting');
  await portal.button('Submit paper').first().dblclick();
  await expect(page).toHaveURL(/\/papers\/[^/]+\/receipt$/);
  const number = (await portal.main.innerText()).match(NUMBER)?.[0] ?? '';
  expect(number).not.toBe('');
  await page.goBack();
  // As the browser kept it, or as it is now: neither leads to a second paper.
  if ((await portal.button('Submit paper').count()) > 0) await portal.press('Submit paper');
  await portal.open(`/papers/${id}`);
  const numbers = (await portal.main.locator('#way').innerText()).match(NUMBER);
  expect(new Set(numbers)).toEqual(new Set([number]));
  await portal.open('/desk');
  expect(await portal.links(`/papers/${id}/receipt`)).toHaveLength(1);
});

test('a draft of 200 kB is kept to the last word, and the check says by how much it is too long', async ({ portal }) => {
  test.slow();
  await portal.newMember();
  const words = aPaper();
  const id = await draftPaper(portal, await findRound(portal, 'papers', ['open', 'soon']), words);
  const long = `${'Twenty signs a word. '.repeat(10_000)}The end.`;
  expect(long.length).toBeGreaterThan(200_000);
  await portal.fill('Text', long);
  await portal.press('Save draft');
  await portal.open(`/papers/${id}/edit`);
  await expect(portal.field('Text')).toHaveValue(long);
  await portal.press('Check before submitting');
  await portal.sees(/40[,٬.]?002|٤٠٬?٠٠٢/);
  await expect(portal.button('Submit paper')).toHaveCount(0);
  await portal.checkPage();
  await portal.open(`/papers/${id}/edit`);
  await portal.fill('Text', words.text);
  await submitPaper(portal);
});
