// Recommendations: written one by one, put in order, and found again by whoever reads the paper.
import { expect, test } from '../fixtures.ts';
import { aPaper, draftPaper, findRound, submitPaper } from '../support/input.ts';

test('recommendations are added, put in order, and read with what they are about', async ({ portal }) => {
  test.slow();
  await portal.newMember();
  const words = aPaper();
  const id = await draftPaper(portal, await findRound(portal, 'papers', ['open', 'soon']), words);
  const row = (number: number) => portal.main.locator(`[name='recommendation_${number}']`);
  const about = (number: number) => portal.main.locator(`[name='about_${number}']`);
  const press = (name: RegExp | string) => portal.main.getByRole('button', { name }).click();

  await test.step('two rows, each kept with what it is about', async () => {
    await row(1).fill('Publish the list once a year.');
    await about(1).selectOption('norm:N-K');
    await press(portal.sentence('recommendation-add'));
    await expect(portal.page).toHaveURL(/\/edit#recommendation_2$/);
    await row(2).fill('Keep paragraph 18.');
    await about(2).selectOption({ index: 12 });
    await press(portal.sentence('recommendation-add'));
    await expect(row(3)).toHaveValue('');
    await portal.checkPage();
  });

  await test.step('the second comes first, and takes along what it is about', async () => {
    const chosen = await about(2).inputValue();
    await portal.main.locator("button[value='up_2']").click();
    await expect(row(1)).toHaveValue('Keep paragraph 18.');
    await expect(about(1)).toHaveValue(chosen);
    await expect(row(2)).toHaveValue('Publish the list once a year.');
    await expect(portal.page.getByRole('heading', { name: portal.sentence('copy-title') })).toBeHidden();
  });

  await test.step('the return key saves and removes nothing', async () => {
    await portal.field('Title').press('Enter');
    await expect(portal.page).toHaveURL(/\/papers\/[^/]+\/edit$/);
    await expect(row(1)).toHaveValue('Keep paragraph 18.');
    await expect(row(2)).toHaveValue('Publish the list once a year.');
  });

  await test.step('submitted, and read by the moderator', async () => {
    await submitPaper(portal);
    await portal.signOut();
    await portal.signIn('moderatorRnp');
    await portal.open(`/moderation/papers/${id}`);
    const section = portal.main.locator('#recommendations');
    await expect(section).toContainText('Publish the list once a year.');
    await expect(section.locator("a[href*='/norms/n-k']")).toBeVisible();
    await expect(section.locator("a[href*='/provisions/']")).toBeVisible();
    await portal.checkPage();
  });
});
