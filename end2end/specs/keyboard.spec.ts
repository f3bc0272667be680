// By keyboard alone: signing up, joining and inviting, appointing, a second factor, the secretariat's desk. Tab, Enter, Space and arrows;
// the focus is always visible and never trapped, and after an error it stands on what is wrong.
import { expect, test } from '../fixtures.ts';
import { Authenticator } from '../support/authenticator.ts';
import { Keyboard } from '../support/keyboard.ts';
import { somebody, type Person, type Portal } from '../support/portal.ts';

const named = (portal: Portal, key: string) => portal.main.getByRole('button', { name: portal.sentence(key) });
const button = (portal: Portal, name: string) => portal.main.getByRole('button', { name: portal.say(name) });
const link = (portal: Portal, name: string) => portal.main.getByRole('link', { name: portal.say(name) });

async function fillRegistration(keys: Keyboard, person: Person): Promise<void> {
  await keys.type('Email', person.email);
  await keys.type('Full name', person.fullName);
  await keys.type('Password', person.password);
  await keys.type('Organisation name', person.organisation);
  await keys.choose('Stakeholder type', 'NGO');
  await keys.choose('Region', 'African Group');
}

test('by keyboard: signs up in three pages, joins a subgroup, invites a colleague', async ({ portal }) => {
  test.slow();
  const keys = new Keyboard(portal);
  const person = { ...somebody(), organisation: 'Kestrel Bay System Ltd' };
  const colleague = somebody();

  await test.step('the form says what is wrong, and takes the focus there', async () => {
    await portal.open('/register');
    await keys.skip();
    await keys.press(button(portal, 'Register'));
    await keys.isToldWhatIsWrong('Email');
  });

  await test.step('three pages: the person, the organisation, the code', async () => {
    await fillRegistration(keys, person);
    await keys.press(button(portal, 'Register'));
    await expect(portal.page).toHaveURL(/\/register\/organisation$/);
    await keys.skip();
    await keys.press(named(portal, 'find-none-of-these'));
    await expect(portal.page).toHaveURL(/\/confirm$/);
    const code = /(?<!\d)\d{6}(?!\d)/.exec(await portal.mailTo(person))?.[0] ?? '';
    await keys.skip();
    await keys.type('Code', '1');
    await keys.press(button(portal, 'Confirm'));
    await keys.isToldWhatIsWrong('Code');
    await keys.type('Code', code);
    await keys.press(button(portal, 'Confirm'), 'Enter');
    await expect(button(portal, 'Confirm')).toHaveCount(0);
  });

  await test.step('joins', async () => {
    await portal.open('/subgroups/sg-law');
    await keys.skip();
    await keys.press(button(portal, 'Join subgroup'));
    await expect(button(portal, 'Join subgroup')).toHaveCount(0);
  });

  await test.step('invites', async () => {
    await portal.open('/desk');
    await keys.skip();
    await keys.follow(portal.main.locator('a[href*="/organisations/"][href$="/members"]'));
    await keys.skip();
    await keys.press(button(portal, 'Send invitation'));
    await keys.isToldWhatIsWrong('Email');
    await keys.type('Email', colleague.email);
    await keys.press(button(portal, 'Send invitation'));
    await portal.sees(colleague.email);
  });

  await test.step('the colleague accepts', async () => {
    const invitation = new URL(/https?:\/\/\S+\/invitations\/\S+/.exec(await portal.mailTo(colleague))?.[0] ?? '').pathname;
    await keys.press(portal.button('Sign out'), 'Enter');
    await portal.page.goto(invitation);
    await keys.skip();
    await keys.press(button(portal, 'Register and accept'));
    await keys.isToldWhatIsWrong('Full name');
    await keys.type('Full name', colleague.fullName);
    await keys.type('Password', colleague.password);
    await keys.press(button(portal, 'Register and accept'));
    await portal.sees(person.organisation);
  });
});

test('by keyboard: sets a second factor up', async ({ portal }) => {
  await portal.register();
  const keys = new Keyboard(portal);
  await portal.open('/account');
  await keys.skip();
  await keys.follow(link(portal, 'Second factor'));
  const authenticator = new Authenticator((await portal.main.locator('#secret').innerText()).replace(/\s/g, ''));
  await keys.skip();
  await keys.type('Code', '000000');
  await keys.press(button(portal, 'Turn on'));
  await keys.isToldWhatIsWrong('Code');
  await keys.type('Code', await authenticator.next(portal.clock));
  await keys.press(button(portal, 'Turn on'), 'Enter');
  await expect(portal.main.locator('.codes code')).toHaveCount(10);
  await keys.skip();
  await keys.follow(link(portal, 'I have kept them'));
  await expect(portal.page).toHaveURL(/\/account$/);
});

test('by keyboard: the chair appoints a moderator', async ({ portal }) => {
  test.slow();
  const person = await portal.register();
  await portal.confirm(person);
  await portal.signOut();
  await portal.signIn('chair');
  const keys = new Keyboard(portal);
  await portal.open('/bodies/oewg/offices');
  await keys.skip();
  await keys.follow(link(portal, 'Appoint somebody'));
  await keys.skip();
  await keys.press(button(portal, 'Appoint'));
  await keys.isToldWhatIsWrong('Email');
  await keys.type('Email', person.email);
  await keys.choose('Office', /SG-LAW/);
  await keys.typeDate('Last day', '2027-06-30');
  await keys.type('Reason', 'Agreed by the bureau.');
  await keys.press(button(portal, 'Appoint'));
  await expect(portal.page).toHaveURL(/\/bodies\/oewg\/offices$/);
  await portal.sees(person.fullName);
});

test('by keyboard: the secretariat finds an organisation and approves it', async ({ portal }) => {
  test.slow();
  const person = await portal.register();
  await portal.signOut();
  await portal.signIn('secretariat');
  const keys = new Keyboard(portal);
  await portal.open('/secretariat');
  await keys.skip();
  await keys.type('Name or e-mail address', person.organisation);
  await keys.press(button(portal, 'Find'), 'Enter');
  await keys.skip();
  await keys.follow(portal.main.getByRole('link', { name: person.organisation }));
  await keys.skip();
  await keys.press(button(portal, 'Decline organisation'));
  await keys.isToldWhatIsWrong('Reason');
  await keys.press(button(portal, 'Approve organisation'));
  await portal.sees(portal.part('Public'));
  await expect(button(portal, 'Approve organisation')).toHaveCount(0);
});

test('the focus is drawn: a stop looks different once the focus has gone on', async ({ portal }) => {
  test.slow();
  const keys = new Keyboard(portal);
  await portal.open('/register');
  await keys.skip();
  for (const label of ['Email', 'Password', 'Stakeholder type']) {
    await keys.to(portal.field(label));
    await pictureChanges(portal, keys, portal.field(label));
  }
  await keys.to(button(portal, 'Register'));
  await pictureChanges(portal, keys, button(portal, 'Register'));
});

/** The place around what is in focus is photographed, with the focus there and after it has gone on. */
async function pictureChanges(portal: Portal, keys: Keyboard, element: import('@playwright/test').Locator): Promise<void> {
  const picture = async (): Promise<Buffer> => {
    const box = await element.boundingBox();
    if (box === null) throw new Error('not on the page');
    const clip = { x: Math.max(0, box.x - 6), y: Math.max(0, box.y - 6), width: box.width + 12, height: box.height + 12 };
    return portal.page.screenshot({ clip, caret: 'hide' });
  };
  const focused = await picture();
  await keys.tab();
  expect(focused.equals(await picture()), `${element.toString()} looks the same with and without the focus`).toBe(false);
}
