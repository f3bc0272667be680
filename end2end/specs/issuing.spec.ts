// A chair states when a version is issued; until then nothing of it changes and nobody sees it; then it is there, without anybody.
import { expect, test } from '../fixtures.ts';
import { day } from '../support/planning.ts';
import type { Portal } from '../support/portal.ts';
import type { Server } from '../support/server.ts';

let running = 0;

/** What a timer does elsewhere. */
async function runJobs(server: Server): Promise<void> {
  const answer = await fetch(`${server.url}/test/jobs`, { method: 'POST' });
  expect(answer.status).toBe(204);
}

/** A text that is ready to be issued, on the page where that is done; its title. */
async function ready(portal: Portal): Promise<string> {
  const { project, workerIndex } = test.info();
  const title = `Text for a stated time ${project.name} ${String(workerIndex)} ${String(++running)}`;
  await portal.signIn('chair');
  await portal.open('/bodies/oewg/texts/new');
  await portal.fill('Title of the text', title);
  await portal.field('Subgroup').selectOption({ index: 1 });
  await portal.fill('Name of this version', 'Zero draft');
  await portal.fill('Text', '1. States welcomed the contributions of operators.');
  await portal.press('Go on: check and issue');
  return title;
}

/** The first Sunday of November after this instant, on which the clocks of New York are put back. */
function putBack(after: Date): string {
  const sunday = (year: number): Date => {
    const first = new Date(Date.UTC(year, 10, 1));
    return new Date(Date.UTC(year, 10, 1 + ((7 - first.getUTCDay()) % 7)));
  };
  const here = sunday(after.getUTCFullYear());
  return (here > after ? here : sunday(after.getUTCFullYear() + 1)).toISOString().slice(0, 10);
}

test('a version is issued at its time, and not before', async ({ portal, clock, server }) => {
  test.slow();
  const title = await ready(portal);
  const address = new URL(portal.page.url()).pathname.replace(/^\/ar\//, '/');
  const before = await clock.now();

  // What is wrong with a time is said, and nothing is typed twice.
  await portal.fill('Day and time', `${day(before, -3)}T09:00`);
  await portal.chooseValue('Time zone', 'UTC');
  await portal.press('Issue at this time');
  await portal.sees(portal.sentence('fault-in-the-past'));
  await expect(portal.field('Day and time')).toHaveValue(`${day(before, -3)}T09:00`);
  await portal.checkPage();
  await portal.fill('Day and time', `${putBack(before)}T01:30`);
  await portal.chooseValue('Time zone', 'America/New_York');
  await portal.press('Issue at this time');
  await portal.sees(portal.sentence('fault-ambiguous-local-time'));
  await portal.checkPage();

  await portal.fill('Day and time', `${day(before, 2)}T09:00`);
  await portal.chooseValue('Time zone', 'UTC');
  await portal.press('Issue at this time');
  await portal.sees(portal.sentence('issue-timed'));
  await expect(portal.button('Issue this version')).toHaveCount(0);
  await portal.checkPage();
  await portal.open(address.replace(/\/issue$/, ''));
  await portal.sees(portal.sentence('issue-timed-what'));
  await expect(portal.page.locator('textarea')).toHaveCount(0);
  await portal.checkPage();
  await portal.open('/bodies/oewg/texts');
  await portal.sees(portal.sentence('issue-timed-line'));
  await portal.signOut();
  await portal.open('/bodies/oewg');
  await portal.seesNot(title);

  await clock.set(new Date(`${day(before, 2)}T08:59:59Z`));
  await runJobs(server);
  await portal.open('/bodies/oewg');
  await portal.seesNot(title);
  await clock.set(new Date(`${day(before, 2)}T09:00:01Z`));
  await runJobs(server);
  await portal.open('/bodies/oewg');
  await portal.sees(title);
  await portal.page.getByRole('link', { name: title }).click();
  await portal.sees('States welcomed the contributions of operators.');
  await portal.checkPage();
  await clock.set(before);
});

test('a stated time is withdrawn with one button, and the text can be changed again', async ({ portal, clock }) => {
  await ready(portal);
  await portal.fill('Day and time', `${day(await clock.now(), 2)}T09:00`);
  await portal.chooseValue('Time zone', 'UTC');
  await portal.press('Issue at this time');
  await portal.press('Withdraw the time');
  await expect(portal.button('Issue this version')).toHaveCount(1);
  await portal.checkPage();
  await portal.follow('Back to the text');
  await portal.fill('Text', '1. States welcomed something else.');
  await portal.press('Save and preview');
  await portal.sees('States welcomed something else.');
});
