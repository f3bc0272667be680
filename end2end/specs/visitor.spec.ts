// Somebody who only reads: what is asked for, until when, the draft text, the norms; and finds the way in.
import { expect, test } from '../fixtures.ts';
import { findRound, provisionsHere } from '../support/input.ts';
import { somebody } from '../support/portal.ts';

test('sees what is asked for now, and until when: local time, zone and UTC', async ({ portal }) => {
  await portal.open('/');
  await portal.sees(portal.part('Asked for now'));
  const deadline = portal.main.locator('.deadline').first();
  await expect(deadline).toContainText(/\d{2}:\d{2}/);
  await expect(deadline).toContainText(/UTC/);
  await expect(deadline.locator('time').first()).toHaveAttribute('datetime', /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test('reads a round: how its deadline is applied, and the ledger', async ({ portal }) => {
  await findRound(portal, 'papers', ['open', 'soon']);
  await portal.sees(portal.part('Deadline ledger'));
  await expect(portal.main.getByRole('table').first()).toBeVisible();
  await portal.sees(portal.part('How the deadline is applied'));
});

test('reads the zero draft with its numbering', async ({ portal }) => {
  await portal.open('/subgroups/sg-rnp');
  const [draft] = await portal.links('/drafts/');
  await portal.page.goto(draft ?? '');
  for (const label of ['1.', '2 bis.', '(a)', '(i)', '[']) await portal.sees(label);
  // The text is in English whatever the language of the page.
  await expect(portal.main.locator('[lang="en"]').first()).toBeAttached();
  const [paragraph] = await provisionsHere(portal);
  await portal.page.goto(paragraph ?? '');
  await expect(portal.page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('reads the eleven norms', async ({ portal }) => {
  await portal.open('/norms');
  await expect(portal.main.getByRole('heading', { level: 2 })).not.toHaveCount(0);
  const headings = await portal.main.getByRole('heading').count();
  expect(headings).toBeGreaterThanOrEqual(12);
  await portal.sees('A/70/174');
});

test('finds bodies, sessions and papers from the home page', async ({ portal }) => {
  for (const body of ['oewg', 'gm', 'ahc', 'arf']) {
    await portal.open(`/bodies/${body}`);
    expect((await portal.links('/sessions/')).length, body).toBeGreaterThan(0);
  }
  await portal.open('/bodies/gm');
  await portal.sees(/7–11/);
  await portal.open('/papers');
  const paper = (await portal.links('/papers/')).find((href) => !href.includes('/new'));
  await portal.page.goto(paper ?? '');
  await expect(portal.page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('changes the language and stays on the page', async ({ portal }) => {
  await portal.open('/norms');
  const other = portal.language === 'en' ? { name: 'العربية', path: '/ar/norms', dir: 'rtl' } : { name: 'English', path: '/norms', dir: 'ltr' };
  await portal.page.getByRole('link', { name: other.name, exact: true }).first().click();
  await expect(portal.page).toHaveURL(new RegExp(`${other.path}$`));
  await expect(portal.page.locator('html')).toHaveAttribute('dir', other.dir);
});

test('is led to the language of the browser', async ({ portal }) => {
  await portal.page.goto('/');
  await expect(portal.page.locator('html')).toHaveAttribute('lang', portal.language);
});

test('comes to the content with the first press of Tab', async ({ portal }) => {
  await portal.open('/');
  await portal.page.keyboard.press('Tab');
  await expect(portal.page.locator(':focus')).toHaveText(portal.say('Skip to main content'));
});

test('learns that an address does not exist', async ({ portal }) => {
  for (const path of ['/nothing-here', '/papers/not-an-id', '/rounds/0190a000-0000-7000-8000-000000000000', '/bodies/xyz']) {
    await portal.open(path, 404);
    await portal.checkFrame();
  }
});

test('finds privacy, accessibility, contact and help in the footer', async ({ portal }) => {
  for (const name of ['Privacy', 'Accessibility statement', 'Contact', 'Help']) {
    await portal.open('/norms');
    await portal.page.getByRole('contentinfo').getByRole('link', { name: portal.say(name) }).click();
    await expect(portal.page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('is told the same for an unknown address and for a wrong password, and keeps the address', async ({ portal }) => {
  const words: string[] = [];
  for (const email of [somebody().email, 'business@demo.example']) {
    await portal.open('/sign-in');
    await portal.fill('Email', email);
    await portal.fill('Password', 'not the right one');
    await portal.press('Sign in');
    await expect(portal.field('Email')).toHaveValue(email);
    await expect(portal.field('Password')).toHaveValue('');
    words.push(await portal.page.getByRole('alert').innerText());
  }
  expect(words[0]).toBe(words[1]);
});
