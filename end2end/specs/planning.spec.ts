// A chair makes a session, calls a round with guiding questions across a clock change, corrects and withdraws; a member answers by question.
import { expect, test } from '../fixtures.ts';
import { day, makeSession } from '../support/planning.ts';
import type { Portal } from '../support/portal.ts';

async function fillRound(portal: Portal, title: string): Promise<void> {
  await portal.fill('Title', title);
  await portal.fill('Call', 'Say what should come first.');
  await portal.fill('Guiding questions (optional)', 'What should come first?\nWho should do it?');
  await portal.fill('Reason', 'Agreed by the bureau.');
}

test('a chair makes a session and calls a round by a usual deadline; a member answers by question', async ({ portal, clock }) => {
  test.slow();
  await portal.signIn('chair');
  await makeSession(portal, await clock.now());
  await portal.checkPage();
  await portal.follow('New round');
  await portal.follow('Eight weeks before the session');
  await expect(portal.field('Closes at')).toHaveValue(/T18:00$/);
  await expect(portal.field('Time zone')).toHaveValue('America/New_York');
  await portal.checkPage();
  await fillRound(portal, 'Round of the browser tests');
  await portal.press('Call the round');
  await expect(portal.page).toHaveURL(/\/rounds\/[^/]+$/);
  await portal.sees('Agreed by the bureau.');
  await portal.sees('Who should do it?');
  const round = new URL(portal.page.url()).pathname.replace(/^\/ar\//, '/');

  // Once it is open, its words are corrected in the sight of everybody.
  await portal.open(`${round}/edit`);
  await expect(portal.field('Closes at')).toHaveCount(0);
  await portal.fill('Call', 'Say briefly what should come first.');
  await portal.fill('Reason', 'A slip of the pen.');
  await portal.press('Save the round');
  await portal.sees('A slip of the pen.');
  await portal.signOut();

  await portal.newMember();
  await portal.open(`/papers/new?round=${round.split('/').pop() ?? ''}`);
  await portal.fill('Title', 'By question');
  await portal.chooseValue('Language', 'en');
  await portal.chooseValue('Subgroup', 'whole_body');
  await portal.page.locator('[name=answer_2]').fill('Those who can.');
  await portal.chooseValue('What may be published', 'public');
  await portal.press('Check before submitting');
  await portal.sees('Those who can.');
  await portal.checkPage();
  await portal.press('Submit paper');
  await portal.sees(/[0-9a-f]{64}/);
});

test('a time that exists twice is asked about and chosen without typing again; a round not open yet is withdrawn', async ({ portal, clock }) => {
  test.slow();
  await portal.signIn('chair');
  const now = await clock.now();
  const session = await makeSession(portal, now);
  await portal.open(`${session}/rounds/new`);
  await fillRound(portal, 'Round across a change of the clocks');
  await portal.fill('Opens at (optional)', `${day(now, 3)}T09:00`);
  // The clocks of New York go back on the first Sunday of November.
  const year = now.getUTCFullYear() + 1;
  const first = new Date(Date.UTC(year, 10, 1));
  const sunday = new Date(Date.UTC(year, 10, 1 + ((7 - first.getUTCDay()) % 7)));
  await portal.fill('Closes at', `${sunday.toISOString().slice(0, 10)}T01:30`);
  await portal.press('Call the round');
  const choices = portal.main.locator('#closes_at_choice label');
  await expect(choices).toHaveText([/UTC−4/, /UTC−5/]);
  await portal.checkPage();
  await portal.main.locator('input[name=closes_at_choice]').nth(1).check();
  await portal.press('Call the round');
  await expect(portal.page).toHaveURL(/\/rounds\/[^/]+$/);
  await portal.sees(/06:30 UTC/);
  await expect(portal.main.locator('.deadline').first()).toContainText(portal.part('Opens'));

  const round = new URL(portal.page.url()).pathname.replace(/^\/ar\//, '/');
  await portal.open(`${round}/edit`);
  await portal.follow('Withdraw this round');
  await portal.fill('Reason', 'Called by mistake.');
  await portal.press('Withdraw the round');
  await portal.sees('Called by mistake.');
  await portal.open(round, 404);
});

test('nobody else makes sessions or rounds', async ({ portal }) => {
  await portal.signIn('secretariat');
  await portal.isRefused('/bodies/oewg/sessions/new');
  await portal.open('/bodies/oewg');
  await expect(portal.link('New session')).toHaveCount(0);
});
