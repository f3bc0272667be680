// A joint paper: invited, confirmed, changed, confirmed again, submitted with both names.
import { expect, test } from '../fixtures.ts';
import { aPaper, draftPaper, findRound, submitPaper } from '../support/input.ts';

test('two organisations put their names to one paper, and a change ends what was confirmed', async ({ portal, page }) => {
  test.slow();
  const author = await portal.newMember();
  const words = aPaper();
  const id = await draftPaper(portal, await findRound(portal, 'papers', ['open', 'soon']), words);

  await test.step('invited', async () => {
    await portal.open(`/papers/${id}`);
    await portal.follow('Co-signatories');
    await portal.sees(portal.sentence('joint-nobody'));
    await portal.checkPage();
    await page.getByRole('searchbox').fill('Kestrel');
    await portal.press('Search');
    await page.locator("button[value='invite']").click();
    await portal.sees(portal.sentence('joint-answer-waiting'));
    await portal.checkPage();
    await portal.signOut();
  });

  await test.step('the invited one reads and confirms', async () => {
    await portal.signIn('business');
    await portal.open('/desk');
    await portal.main.getByRole('link', { name: words.title }).click();
    await portal.sees('We are a team of');
    await portal.checkPage();
    await portal.press('Confirm these words');
    await portal.sees(portal.sentence('joint-request-confirmed'));
    await portal.checkPage();
    await portal.signOut();
  });

  await test.step('a change ends it', async () => {
    await portal.signIn(author);
    await portal.open(`/papers/${id}/edit`);
    await portal.sees(portal.sentence('joint-editor'));
    await portal.fill('Text', 'We are a team, and we ask for a list.');
    await portal.press('Save draft');
    await portal.seesNot(portal.sentence('joint-editor'));
    await portal.open(`/papers/${id}/joint`);
    await portal.sees(portal.sentence('joint-answer-changed'));
    await portal.signOut();
    await portal.signIn('business');
    await portal.open(`/papers/${id}/confirm`);
    await portal.sees(portal.sentence('joint-request-changed'));
    await portal.press('Confirm these words');
    await portal.signOut();
  });

  await test.step('submitted with both names', async () => {
    await portal.signIn(author);
    await portal.open(`/papers/${id}/submit`);
    await portal.sees(portal.sentence('joint-check-named'));
    await portal.checkPage();
    await portal.open(`/papers/${id}/edit`);
    await submitPaper(portal);
    await portal.open(`/papers/${id}`);
    await expect(portal.main.locator('#joint li')).toHaveCount(2);
    await expect(portal.main.locator('#joint')).toContainText('Kestrel');
    await portal.checkPage();
  });
});
