// A queue of fifty by the keyboard alone, with its own keys where there is JavaScript; several at once; only some; a view that is kept.
import { expect, test } from '../fixtures.ts';
import { awake } from '../support/awake.ts';
import { aPaper, draftPaper, findRound, submitPaper } from '../support/input.ts';
import { Keyboard } from '../support/keyboard.ts';

test('by keyboard: a queue of fifty, one after the other and several at once', async ({ portal }) => {
  // Fifty rows, key by key.
  test.setTimeout(180_000);
  await portal.server.fillQueue(55);
  await portal.signIn('secretariat');
  await portal.open('/moderation?queue=oewg');
  const rows = portal.page.locator('[data-queue-row]');
  await expect(rows).toHaveCount(50);
  await expect(portal.page.locator("nav.pagination a[rel='next']")).toHaveCount(1);
  await portal.checkPage();
  const keys = new Keyboard(portal);
  const title = (at: number) => rows.nth(at).locator('h3 a');
  const accept = portal.page.locator("button[name='outcome'][value='accept']");
  const choose = portal.page.locator("select[name='code']");

  await test.step('opens one and accepts it: the next one follows', async () => {
    if (portal.javaScript) {
      await awake(portal.page);
      for (const at of [0, 1, 2]) {
        await portal.page.keyboard.press('j');
        await expect(title(at)).toBeFocused();
      }
      await portal.page.keyboard.press('k');
      await expect(title(1)).toBeFocused();
      await portal.page.keyboard.press('Enter');
      await expect(accept).toBeVisible();
      await awake(portal.page);
      await portal.page.keyboard.press('a');
    } else {
      await keys.skip();
      await keys.follow(title(1));
      await keys.skip();
      await keys.press(accept);
    }
    await expect(portal.page).toHaveURL(/\/moderation\/papers\/.*done=/);
    await portal.sees(portal.sentence('done-next'));
    await portal.checkPage();
  });

  await test.step('the next one goes back for a reason of the list', async () => {
    if (portal.javaScript) {
      await awake(portal.page);
      await portal.page.keyboard.press('r');
      await expect(choose).toBeFocused();
    } else {
      await keys.skip();
    }
    const before = portal.page.url();
    await keys.choose('Reason', portal.sentence('reason-code-incomplete'));
    await keys.press(portal.page.locator("button[value='return']"));
    await expect(portal.page).not.toHaveURL(before);
    await portal.sees(portal.sentence('moderation-act-return'));
  });

  await test.step('several are declined together', async () => {
    await portal.open('/moderation?queue=oewg');
    for (const at of [3, 4, 5]) {
      if (portal.javaScript) {
        await awake(portal.page);
        await title(at).focus();
        await portal.page.keyboard.press('x');
      } else {
        await keys.to(rows.nth(at).locator('input'));
        await portal.page.keyboard.press('Space');
      }
      await expect(rows.nth(at).locator('input')).toBeChecked();
    }
    await keys.press(portal.button('Decide on what is chosen'));
    await portal.checkPage();
    await keys.skip();
    await keys.choose('Reason', portal.sentence('reason-code-off-topic'));
    await keys.press(portal.page.locator("button[value='decline']"));
    await expect(portal.page.getByRole('heading', { level: 1 })).toHaveText(portal.say('Done'));
    await expect(portal.main.locator("a[href*='/moderation/decisions/']")).toHaveCount(3);
    await portal.checkPage();
  });
});

test('only some of what waits, and a view of it that is kept', async ({ portal }) => {
  await portal.signIn('moderatorRnp');
  await portal.open('/moderation?kind=comment');
  await expect(portal.page.locator("[data-queue-row] h3 a[href*='/moderation/comments/']").first()).toBeVisible();
  await expect(portal.page.locator("[data-queue-row] h3 a[href*='/moderation/papers/']")).toHaveCount(0);
  await portal.page.locator('summary', { hasText: portal.sentence('queue-views') }).click();
  await portal.fill('Name', 'Only comments');
  await portal.press('Keep this view');
  await portal.open('/moderation');
  await portal.page.locator('summary', { hasText: portal.sentence('queue-views') }).click();
  await portal.checkPage();
  await portal.main.getByRole('link', { name: 'Only comments' }).click();
  await expect(portal.page).toHaveURL(/\?kind=comment$/);
  await portal.page.locator('summary', { hasText: portal.sentence('queue-views') }).click();
  await portal.page.locator("button[value='forget']").click();
  await expect(portal.main.getByRole('link', { name: 'Only comments' })).toHaveCount(0);
});

test('the keys can be switched off', async ({ portal }) => {
  await portal.signIn('moderatorRnp');
  await portal.open('/moderation');
  if (!portal.javaScript) {
    await expect(portal.page.locator('[data-queue-keys]')).toHaveCount(1);
    await expect(portal.page.locator('[data-queue-keys]')).toBeHidden();
    return;
  }
  await awake(portal.page);
  await portal.page.locator('[data-queue-keys] summary').click();
  await portal.page.locator('[data-queue-keys-use]').uncheck();
  await portal.open('/moderation');
  await awake(portal.page);
  await portal.page.keyboard.press('j');
  await expect(portal.page.locator('[data-queue-row] h3 a').first()).not.toBeFocused();
  await portal.page.locator('[data-queue-keys] summary').click();
  await portal.page.locator('[data-queue-keys-use]').check();
  await portal.page.locator('h1').click();
  await portal.page.keyboard.press('j');
  await expect(portal.page.locator('[data-queue-row] h3 a').first()).toBeFocused();
});

const LETTER =
  'We welcome the draft and thank the Chair for the open way in which it was prepared. We ask States to name a point of contact that ' +
  'answers at any hour, to publish how they decide about vulnerabilities they learn of, and to consult operators of hospitals, water ' +
  'works and power grids before a text about their protection is agreed. We offer our experience from many years of work with schools.';

test('form letters stand beside each other, with what each adds, and are decided on together', async ({ portal }) => {
  test.slow();
  const own = 'Our members in three towns have seen it twice this year.';
  const papers: string[] = [];
  for (const text of [LETTER, `${LETTER} ${own}`]) {
    await portal.newMember();
    const round = await findRound(portal, 'papers', ['open', 'soon']);
    papers.push(await draftPaper(portal, round, { ...aPaper(), text }));
    await submitPaper(portal);
    await portal.signOut();
  }
  expect((await fetch(`${portal.server.url}/test/jobs`, { method: 'POST' })).status).toBe(204);
  await portal.signIn('moderatorRnp');
  await portal.open(`/moderation/papers/${papers[1] ?? ''}`);
  const alike = portal.page.locator('#alike');
  await expect(alike.locator('li')).toHaveCount(2);
  await alike.locator('summary').click();
  await expect(alike.locator('mark')).toContainText(own);
  await expect(alike.locator('mark')).not.toContainText('thank the Chair');
  await portal.checkPage();
  await portal.follow('Decide on those that wait together');
  await expect(portal.page.locator("input[name='item']")).toHaveCount(2);
  await portal.press('Accept');
  await portal.signOut();
  for (const paper of papers) await portal.open(`/papers/${paper}`);
});
