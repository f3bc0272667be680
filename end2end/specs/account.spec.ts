// The account: a second factor and its recovery codes, a forgotten password, other browsers, the proof before a dangerous act.
import { expect, test } from '../fixtures.ts';
import { DEMO_PASSWORD, somebody, type Person } from '../support/portal.ts';

/** Someone with a second factor, signed in; their recovery codes. */
async function withFactor(portal: import('../support/portal.ts').Portal): Promise<[Person, string[]]> {
  const person = await portal.register(somebody());
  await portal.open('/account/second-factor');
  return [person, await portal.setUpFactor(person.email)];
}

test('sets up a second factor, signs in with a code, and with a recovery code once', async ({ portal }) => {
  const [person, codes] = await withFactor(portal);
  await portal.checkPage();
  await portal.follow('I have kept them');
  await portal.sees(portal.sentence('account-factor-what'));
  await portal.signOut();

  await test.step('the password alone opens nothing', async () => {
    await portal.open('/sign-in');
    await portal.fill('Email', person.email);
    await portal.fill('Password', person.password);
    await portal.press('Sign in');
    await expect(portal.page).toHaveURL(/\/sign-in\/code/);
    await portal.checkPage();
    await portal.isRefused('/account');
    await portal.open('/sign-in/code');
    await portal.fill('Code', '000 000');
    await portal.press('Continue');
    await expect(portal.page.getByRole('alert')).toContainText(portal.sentence('fault-wrong-factor-code'));
  });

  await test.step('a code does', async () => {
    await portal.fill('Code', await portal.authenticator(person.email).next(portal.clock));
    await portal.press('Continue');
    await expect(portal.page).toHaveURL(/\/desk$/);
    await portal.signOut();
  });

  await test.step('a recovery code does, once', async () => {
    const code = codes[0] ?? '';
    for (const [again, status] of [[code, true], [code, false]] as const) {
      await portal.open('/sign-in');
      await portal.fill('Email', person.email);
      await portal.fill('Password', person.password);
      await portal.press('Sign in');
      await portal.fill('Code', again);
      await portal.press('Continue');
      if (!status) {
        await expect(portal.page.getByRole('alert')).toContainText(portal.sentence('fault-wrong-factor-code'));
        return;
      }
      await expect(portal.button('Sign out')).toBeVisible();
      await portal.signOut();
    }
  });
});

test('forgets the password, sets a new one by the link, and is signed out everywhere', async ({ portal }) => {
  const person = await portal.register(somebody());
  await portal.signOut();
  await portal.open('/sign-in');
  await portal.follow('Forgotten password');
  await portal.fill('Email', person.email);
  await portal.press('Send the link');
  await portal.sees(portal.sentence('forgotten-sent'));
  await portal.checkPage();
  const link = /\/reset\/[0-9a-f]{64}/.exec(await portal.mailTo(person))?.[0] ?? '';
  await portal.open(link);
  await portal.checkPage();
  await portal.fill('New password', '1234567890');
  await portal.press('Change password');
  await expect(portal.page.getByRole('alert')).toContainText(portal.sentence('fault-password-common'));
  const renewed = { ...person, password: `seven green kettles ${person.email}` };
  await portal.fill('New password', renewed.password);
  await portal.press('Change password');
  await portal.sees(portal.sentence('reset-done'));
  await portal.signIn(renewed);
  await portal.open(link, 404);
});

test('signs other browsers out', async ({ portal, browser }) => {
  const person = await portal.register(somebody());
  const elsewhere = await browser.newContext({ baseURL: portal.server.url, javaScriptEnabled: portal.javaScript });
  try {
    const page = await elsewhere.newPage();
    await page.goto(portal.at('/sign-in'));
    await page.getByLabel(portal.say('Email')).fill(person.email);
    await page.getByLabel(portal.say('Password')).fill(person.password);
    await page.getByRole('main').getByRole('button', { name: portal.say('Sign in') }).click();
    await expect(page.getByRole('button', { name: portal.say('Sign out') })).toBeVisible();

    await portal.open('/account/sessions');
    await portal.sees(portal.sentence('logins-this'));
    await expect(portal.main.locator('.row')).toHaveCount(2);
    await portal.checkPage();
    await portal.press('Sign out everywhere else');
    await portal.sees(portal.sentence('logins-ended'));
    await expect(portal.main.locator('.row')).toHaveCount(1);
    expect((await page.goto(portal.at('/account')))?.status()).toBe(403);
  } finally {
    await elsewhere.close();
  }
});

test('proves again who is there, and what was typed is not lost', async ({ portal }) => {
  const person = await portal.newMember();
  await portal.open('/account/email');
  await portal.fill('New email', `new.${person.email}`);
  await portal.clock.advance(16 * 60);
  await portal.press('Change address');
  await expect(portal.page.getByRole('heading', { level: 1 })).toHaveText(portal.say('Confirm that it is you'));
  await portal.checkPage();
  await portal.fill('Password', 'not this one');
  await portal.press('Continue');
  await expect(portal.page.getByRole('alert')).toContainText(portal.sentence('fault-wrong-password'));
  await portal.fill('Password', person.password);
  await portal.press('Continue');
  await portal.checkPage();
  await portal.press('Send');
  await portal.sees(`new.${person.email}`);
  const code = /(?<!\d)\d{6}(?!\d)/.exec(await portal.mailTo({ ...person, email: `new.${person.email}` }))?.[0] ?? '';
  await portal.fill('Code', code);
  await portal.press('Confirm');
  await portal.sees(portal.sentence('account-changed-email'));
});

test('an office without its second factor cannot act', async ({ portal }) => {
  await portal.open('/sign-in');
  await portal.fill('Email', 'moderator.cap@demo.example');
  await portal.fill('Password', DEMO_PASSWORD);
  await portal.press('Sign in');
  if (!new URL(portal.page.url()).pathname.endsWith('/account/second-factor')) return; // set up by another test of this worker
  await portal.checkPage();
  await portal.isRefused('/moderation');
  await portal.open('/account/second-factor');
  await portal.setUpFactor('moderator.cap@demo.example');
  await portal.open('/moderation');
});
