// The chair rehearses a deadline: from one moment to the next, what people will see and be written; and nothing of it is real.
import { expect, test } from '../fixtures.ts';
import { findRound } from '../support/input.ts';

test('the chair looks at a deadline before it comes', async ({ portal }) => {
  test.slow();
  await portal.signIn('chair');
  const round = await findRound(portal, 'papers', ['open']);
  await portal.open(round.path);
  await portal.follow('Rehearse the deadline');
  await portal.checkPage();
  const closing = portal.page.locator('#closing');

  await test.step('at the closing the author is refused, and told what to do', async () => {
    await closing.getByRole('link', { name: portal.say('What the author is answered') }).click();
    await expect(portal.page.getByRole('banner')).toContainText(portal.part('This page is shown as it will be. Nothing here is kept or sent.'));
    await portal.sees(portal.part('Not submitted'));
    await portal.checkPage();
  });

  await test.step('one minute before, the same author gets a receipt', async () => {
    await portal.follow('One minute before');
    await portal.sees(portal.part('Your paper is submitted'));
    await portal.checkPage();
  });

  await test.step('what the author is written, up to an extension', async () => {
    await portal.follow('Back to the rehearsal');
    await portal.page.locator('#extended').getByRole('link', { name: portal.say('The mails the author gets') }).click();
    // How many reminders stand before these depends on when the deadline was set last.
    for (const subject of ['mail-reopened-subject', 'mail-receipt-subject']) {
      await expect(portal.main.getByRole('heading', { name: portal.sentence(subject) })).toBeVisible();
    }
    await portal.checkPage();
  });

  await test.step('a button on a rehearsed page sends nothing', async () => {
    await portal.open(`${round.path}/rehearsal/minute-before/submit`);
    const sent: string[] = [];
    portal.page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    const complaint = portal.page.waitForEvent('console', (entry) => entry.text().includes('form-action'));
    // Not a click of the mouse: that one waits for the page to go away.
    await portal.main.getByRole('button', { name: portal.say('Submit paper') }).dispatchEvent('click');
    await complaint;
    expect(sent).toEqual([]);
  });

  await test.step('nothing was published', async () => {
    await portal.open('/papers');
    await expect(portal.page.getByText(portal.part('Invented paper'))).toHaveCount(0);
  });
});
