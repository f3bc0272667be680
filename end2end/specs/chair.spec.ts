// A chair: moves a deadline, reads the consolidated summary, takes it away as DOCX, CSV and JSON.
import { expect, test } from '../fixtures.ts';
import { aPaper, acceptedPaper, draftPaper, findRound, submitPaper, type Round } from '../support/input.ts';
import type { Portal } from '../support/portal.ts';

/** A local date and time as the field takes it: `2026-12-11T18:00`, of UTC. */
const local = (instant: Date): string => instant.toISOString().slice(0, 16);

async function moveDeadline(portal: Portal, round: Round, closes: Date, reason: string): Promise<void> {
  await portal.open(`${round.path}/deadline`);
  await portal.fill('Closes at', local(closes));
  await portal.chooseValue('Time zone', 'UTC');
  await portal.fill('Reason', reason);
  await portal.press('Change deadline');
}

/** The summary of the session of the open round page. */
async function openSummary(portal: Portal): Promise<void> {
  const [session] = await portal.links('/sessions/');
  await portal.page.goto(session ?? '');
  await portal.follow('Consolidated summary');
  await expect(portal.page).toHaveURL(/\/sessions\/[^/]+\/summary$/);
}

test('extends a closed round: it is open again, and the ledger says who, why and until when', async ({ portal, clock }) => {
  test.slow();
  await portal.newMember();
  const round = await findRound(portal, 'papers', ['closed', 'soon', 'open']);
  const words = aPaper();
  const id = await draftPaper(portal, round, words);
  if (round.closes > (await clock.now())) await clock.set(new Date(round.closes.getTime() + 1000));
  await portal.signOut();

  await portal.signIn('chair');
  const closes = new Date((await clock.now()).getTime() + 3 * 86_400_000);
  const reason = `The mail server of the secretariat was out of order (${id.slice(-6)}).`;
  await moveDeadline(portal, round, closes, reason);
  await portal.open(round.path);
  await portal.sees(reason);
  await portal.sees(portal.part('Open, closes'));
  await expect(portal.main.locator('.deadline time').first()).toHaveAttribute('datetime', `${local(closes)}:00Z`);
  await expect(portal.main.locator('.deadline').first()).toContainText('UTC');
});

test('is told when a deadline would move earlier without notice', async ({ portal, clock }) => {
  await portal.signIn('chair');
  const round = await findRound(portal, 'papers', ['open', 'soon']);
  await moveDeadline(portal, round, new Date((await clock.now()).getTime() + 3_600_000), 'Too soon.');
  await portal.sees(portal.sentence('refused-too-short-notice'));
  await expect(portal.field('Reason')).toHaveValue('Too soon.');
  await portal.open(round.path);
  await portal.seesNot('Too soon.');
});

test('nobody else moves a deadline', async ({ portal }) => {
  const round = await findRound(portal, 'papers', ['open', 'soon']);
  await portal.signIn('business');
  await portal.isRefused(`${round.path}/deadline`);
  await expect(portal.button('Change deadline')).toHaveCount(0);
});

test('opens the consolidated summary and takes it away as DOCX, CSV and JSON', async ({ portal }) => {
  test.slow();
  const words = aPaper();
  await test.step('a paper is accepted, another waits', async () => {
    await portal.newMember();
    await acceptedPaper(portal, words);
  });
  const waiting = aPaper();
  await portal.newMember();
  await draftPaper(portal, await findRound(portal, 'papers', ['open', 'soon']), waiting);
  await submitPaper(portal);
  await portal.signOut();

  await portal.signIn('chair');
  await findRound(portal, 'papers', ['open', 'soon']);
  await openSummary(portal);
  await portal.sees(words.title);
  await portal.seesNot(waiting.title);

  const exports = {
    DOCX: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', holds: 'word/document.xml' },
    CSV: { type: 'text/csv', holds: words.title },
    JSON: { type: 'application/json', holds: words.title },
  };
  for (const [name, { type, holds }] of Object.entries(exports)) {
    await test.step(name, async () => {
      const href = await portal.link(name).first().getAttribute('href');
      const answer = await portal.page.request.get(href ?? '');
      expect(answer.status()).toBe(200);
      expect(answer.headers()['content-type']).toContain(type);
      expect(answer.headers()['content-disposition']).toContain(`.${name.toLowerCase()}`);
      const body = await answer.body();
      expect(body.includes(holds)).toBe(true);
      expect(body.includes(waiting.title)).toBe(false);
      if (name === 'DOCX') expect(body.subarray(0, 2).toString()).toBe('PK');
      if (name === 'JSON') JSON.parse(body.toString());
    });
  }
});

test('the summary is not open to a visitor', async ({ portal }) => {
  await portal.signIn('chair');
  await findRound(portal, 'papers', ['open', 'soon', 'closed']);
  await openSummary(portal);
  const address = new URL(portal.page.url()).pathname.replace(/^\/ar\//, '/');
  const exported = await portal.link('CSV').first().getAttribute('href');
  await portal.signOut();
  await portal.isRefused(address);
  const answer = await portal.page.request.get(exported ?? '', { maxRedirects: 0 });
  expect([302, 303, 401, 403, 404]).toContain(answer.status());
});
