// After the deadline: what comes late is kept sealed until the chair admits it; a grant gives one organisation its own deadline.
import { expect, test } from '../fixtures.ts';
import { aPaper, draftPaper, findRound, submitPaper } from '../support/input.ts';

/** A local date and time as the field takes it, of UTC. */
const local = (instant: Date): string => instant.toISOString().slice(0, 16);

test('what comes a second late is kept sealed; the chair admits it without reading it', async ({ portal, clock }) => {
  test.slow();
  const author = await portal.newMember();
  const round = await findRound(portal, 'papers', ['soon', 'open']);
  const words = aPaper();
  const id = await draftPaper(portal, round, words);
  await portal.press('Check before submitting');
  await clock.set(new Date(round.closes.getTime() + 1000));

  await test.step('refused, with the receipt of the refusal', async () => {
    await portal.press('Submit paper');
    await portal.sees(portal.sentence('refused-closed'));
    await portal.sees('00:00:01.000');
    await portal.checkPage();
    await portal.follow('Open the receipt of the refusal');
    await expect(portal.page).toHaveURL(/\/refusals\/[^/]+$/);
    await portal.sees(portal.sentence('refusal-heading'));
    await portal.sees(/REF-OEWG-/);
    await portal.checkPage();
    await portal.open(`/papers/${id}/submit`);
    await expect(portal.button('Submit paper')).toHaveCount(0);
    await expect(portal.button('Hand in again')).toHaveCount(1);
    await portal.signOut();
  });

  const reason = `The line was down (${id.slice(-6)}).`;
  await test.step('the chair sees whose it is and how late, and admits it', async () => {
    await portal.signIn('chair');
    await portal.open(`${round.path}/late`);
    await portal.seesNot(words.title);
    await portal.checkPage();
    const row = portal.main.locator('li.row').filter({ hasText: author.organisation });
    await row.getByRole('link', { name: portal.say('Decide') }).click();
    await portal.sees('00:00:01.000');
    await portal.seesNot(words.title);
    await portal.press('Admit');
    await expect(portal.page.locator('.error-summary')).toBeVisible();
    await portal.checkPage();
    await portal.fill('Reason', reason);
    await portal.press('Admit');
    await expect(portal.page).toHaveURL(/\/late\/[^/]+$/);
    await portal.open(`${round.path}/ledger`);
    await portal.sees(reason);
    await portal.seesNot(author.organisation);
    await portal.checkPage();
    await portal.signOut();
  });

  await portal.signIn(author);
  await portal.open(`/papers/${id}/receipt`);
  await portal.sees(/STK-OEWG-/);
});

test('a grant gives one organisation its own deadline, on the round, the desk and in the editor', async ({ portal, clock }) => {
  test.slow();
  const author = await portal.newMember();
  const round = await findRound(portal, 'papers', ['closed', 'soon', 'open']);
  if (round.closes > (await clock.now())) await clock.set(new Date(round.closes.getTime() + 1000));
  await portal.signOut();

  const reason = `The visa of our only writer (${author.organisation.slice(-6)}).`;
  await test.step('the chair finds the organisation by its name and gives it two days', async () => {
    await portal.signIn('chair');
    await portal.open(`${round.path}/grants?search=${encodeURIComponent(author.organisation)}`);
    await portal.choose('Organisation', new RegExp(author.organisation));
    await portal.fill('Ends at', local(new Date((await clock.now()).getTime() - 86_400_000)));
    await portal.chooseValue('Time zone', 'UTC');
    await portal.fill('Reason', reason);
    await portal.press('Give the grant');
    await expect(portal.page.locator('.error-summary')).toBeVisible();
    await expect(portal.field('Reason')).toHaveValue(reason);
    await portal.fill('Ends at', local(new Date((await clock.now()).getTime() + 2 * 86_400_000)));
    await portal.press('Give the grant');
    await expect(portal.page.locator('.error-summary')).toHaveCount(0);
    await portal.sees(reason);
    await portal.checkPage();
    await portal.signOut();
  });

  await test.step('its members see it, write, and submit', async () => {
    await portal.signIn(author);
    await portal.open('/desk');
    await portal.sees(author.organisation);
    await portal.checkPage();
    await portal.open(round.path);
    await portal.follow('Write a position paper');
    await portal.checkPage();
    const id = await draftPaper(portal, round, aPaper());
    await portal.open(`/papers/${id}/edit`);
    await submitPaper(portal);
    await portal.sees(/STK-OEWG-/);
    await portal.signOut();
  });

  await portal.open(round.path);
  await portal.sees(portal.part('Closed since'));
  await expect(portal.link('Write a position paper')).toHaveCount(0);
});
