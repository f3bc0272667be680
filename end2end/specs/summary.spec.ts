// The summary of a session: the statistics everybody checks, and the chair and two moderators who write at the same time.
import { expect, test } from '../fixtures.ts';
import { findRound } from '../support/input.ts';
import { Portal } from '../support/portal.ts';

/** The session of the open round for papers. */
async function sessionOf(portal: Portal): Promise<string> {
  const round = await findRound(portal, 'papers', ['open', 'soon']);
  await portal.open(`/rounds/${round.id}`);
  const [session] = await portal.links('/sessions/');
  if (session === undefined) throw new Error('the round names no session');
  return `/sessions/${session.split('/sessions/')[1] ?? ''}`;
}

/** The first part of a subgroup in which who is signed in writes. */
async function ownPart(portal: Portal, session: string): Promise<string> {
  await portal.open(`${session}/summary/write`);
  for (const link of await portal.links('/summary/parts/views-')) {
    await portal.page.goto(link);
    if ((await portal.button('Hand it to the chair').count()) > 0) return `/sessions${link.split('/sessions')[1] ?? ''}`;
  }
  throw new Error('no part of a subgroup is theirs');
}

const sentence = (portal: Portal, text: string) => portal.page.locator('main .row').filter({ hasText: text });

async function write(portal: Portal, text: string): Promise<void> {
  await portal.fill('Sentence', text);
  await portal.chooseValue('Language', portal.language);
  await portal.page.locator('input[name="cite"]').first().check();
  await portal.press('Add the sentence');
  await expect(portal.page).toHaveURL(/#s-/);
}

test('every figure of the statistics leads to what it counts', async ({ portal }) => {
  const session = await sessionOf(portal);
  await portal.open(session);
  await portal.follow('Statistics of this session');
  await expect(portal.page.getByRole('heading', { level: 1 })).toHaveText(portal.say('Statistics'));
  await portal.checkPage();
  const figure = portal.page.locator('.figures dd a').first();
  const count = Number(await figure.innerText());
  expect(count).toBeGreaterThan(0);
  await figure.click();
  await expect(portal.page.locator('main .rows > li')).toHaveCount(count);
  await portal.checkPage();
  await portal.chooseValue('Regional group', 'weog');
  await portal.press('Show');
  expect(await portal.page.locator('main .rows > li').count()).toBeLessThanOrEqual(count);
  await portal.open(`${session}/contributors`);
  await portal.checkPage();
});

test('the chair and two moderators write the summary at the same time', async ({ portal, browser }) => {
  test.slow();
  const mark = Date.now().toString(36);
  const session = await sessionOf(portal);
  await portal.signIn('moderatorRnp');
  const part = await ownPart(portal, session);
  await write(portal, `{n} ${mark} a`);
  await expect(sentence(portal, `${mark} a`)).not.toContainText('{n}');
  await portal.checkPage();
  await sentence(portal, `${mark} a`).locator('a[href*="/summary/sentences/"]').click();
  const address = `/summary/sentences/${portal.page.url().split('/summary/sentences/')[1] ?? ''}`;
  await portal.checkPage();

  const elsewhere = await browser.newContext({ baseURL: portal.server.url, javaScriptEnabled: portal.javaScript });
  try {
    const chair = new Portal(await elsewhere.newPage(), browser, portal.server, portal.clock, portal.language, portal.javaScript);
    await chair.signIn('chair');

    await test.step('the chair changes the sentence the moderator has open', async () => {
      await chair.open(address);
      await chair.fill('Sentence', `{n} ${mark} chair`);
      await chair.press('Save the sentence');
      await expect(chair.page.locator('main')).toContainText(`${mark} chair`);
    });

    await test.step('the moderator is told, loses nothing, and chooses', async () => {
      await portal.fill('Sentence', `{n} ${mark} moderator`);
      await portal.press('Save the sentence');
      await portal.sees(portal.sentence('sentence-changed-title'));
      await expect(portal.field('Sentence')).toHaveValue(`{n} ${mark} moderator`);
      await portal.sees(`${mark} chair`);
      await portal.checkPage();
      await portal.press('Save the sentence');
      await expect(portal.page.locator('[role="alert"]')).toHaveCount(0);
      await portal.fill('Your remark', `Why ${mark}?`);
      await portal.press('Add the remark');
      await portal.sees(`Why ${mark}?`);
    });

    await test.step('the part is handed in; the chair goes on, and gives it back', async () => {
      await portal.open(part);
      await portal.press('Hand it to the chair');
      await expect(portal.button('Hand it to the chair')).toHaveCount(0);
      await expect(portal.button('Add the sentence')).toHaveCount(0);
      await portal.checkPage();
      await chair.open(part);
      await write(chair, `${mark} b`);
      await chair.press('Give it back to the moderators');
      await expect(chair.button('Give it back to the moderators')).toHaveCount(0);
      await portal.open(part);
      await expect(sentence(portal, `${mark} b`)).toHaveCount(1);
      await expect(portal.button('Add the sentence')).toHaveCount(1);
    });

    await test.step('the outline shows what is reflected, and another moderator reads it', async () => {
      await chair.open(`${session}/summary/write`);
      await chair.checkPage();
      await portal.signOut();
      await portal.signIn('moderatorCap');
      await portal.open(part);
      await expect(sentence(portal, `${mark} moderator`)).toHaveCount(1);
      await portal.sees(portal.sentence('sentence-read-only'));
      await expect(portal.button('Add the sentence')).toHaveCount(0);
    });
  } finally {
    await elsewhere.close();
  }
});
