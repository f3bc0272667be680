// The portal as a person uses it: fields by their labels, buttons and links by their words, in the language of the project.
import { expect, type Browser, type Locator, type Page, type Response } from '@playwright/test';
import { exactly, message, somewhere, type Language } from '../words.ts';
import { checkA11y, checkFrame, noSidewaysScroll } from './checks.ts';
import { Authenticator } from './authenticator.ts';
import type { Clock } from './clock.ts';
import type { Server } from './server.ts';

/** The people of the demonstration; all have the same password. */
export const DEMO = {
  chair: 'chair@demo.example',
  secretariat: 'secretariat@demo.example',
  moderatorRnp: 'moderator.rnp@demo.example',
  moderatorCap: 'moderator.cap@demo.example',
  business: 'business@demo.example',
  ngo: 'ngo@demo.example',
  academia: 'academia@demo.example',
  admin: 'admin@demo.example',
} as const;
export const DEMO_PASSWORD = 'demonstration only';

export interface Person {
  email: string;
  password: string;
  fullName: string;
  organisation: string;
}

let persons = 0;
/** Somebody nobody has met: tests share a database, so everyone is new. */
export function somebody(): Person {
  persons += 1;
  const mark = `${Date.now().toString(36)}${process.pid.toString(36)}${persons}`;
  return {
    email: `person.${mark}@example.org`,
    password: `correct horse ${mark}`,
    fullName: `Wanjiru Person ${mark}`,
    organisation: `Organisation ${mark}`,
  };
}

export class Portal {
  constructor(
    readonly page: Page,
    readonly browser: Browser,
    readonly server: Server,
    readonly clock: Clock,
    readonly language: Language,
    readonly javaScript: boolean,
  ) {}

  // Words -------------------------------------------------------------------------------------------------------------

  /** Exactly this English text, in the language of the page. */
  say(text: string): RegExp {
    return exactly(this.language, text);
  }

  /** This English text at any place. */
  part(text: string): RegExp {
    return somewhere(this.language, text);
  }

  /** A sentence of the locale files by its key. */
  sentence(key: string): RegExp {
    return message(this.language, key);
  }

  // Places ------------------------------------------------------------------------------------------------------------

  /** An address in the language of the page. */
  at(path: string): string {
    if (this.language === 'en') return path;
    return path === '/' ? `/${this.language}` : `/${this.language}${path}`;
  }

  async open(path: string, status = 200): Promise<Response> {
    const response = await this.page.goto(this.at(path));
    if (response === null) throw new Error(`no answer for ${path}`);
    expect(response.status(), path).toBe(status);
    return response;
  }

  /** Goes to an address that is not open to this person: refused, unknown, or led to the sign-in page. */
  async isRefused(path: string): Promise<void> {
    const response = await this.page.goto(this.at(path));
    const signIn = new URL(this.page.url()).pathname.endsWith('/sign-in');
    expect([401, 403, 404].includes(response?.status() ?? 0) || signIn, `${path} answered ${response?.status()}`).toBe(true);
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  /** The addresses of the links of the page's content that hold this, each once. */
  async links(holding: string): Promise<string[]> {
    const found = await this.main.locator(`a[href*="${holding}"]`).evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
    return [...new Set(found)];
  }

  // Hands -------------------------------------------------------------------------------------------------------------

  field(label: string): Locator {
    return this.page.getByLabel(this.say(label)).and(this.page.locator('input, select, textarea'));
  }

  async fill(label: string, value: string): Promise<void> {
    await this.field(label).fill(value);
  }

  /** Chooses an option by its words (English text, or a pattern for what is not translated). */
  async choose(label: string, option: string | RegExp): Promise<void> {
    const words = typeof option === 'string' ? this.say(option) : option;
    const value = await this.field(label).locator('option').filter({ hasText: words }).first().getAttribute('value');
    await this.field(label).selectOption({ value: value ?? '' });
  }

  async chooseValue(label: string, value: string): Promise<void> {
    await this.field(label).selectOption({ value });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name: this.say(name) });
  }

  async press(name: string): Promise<void> {
    await this.button(name).first().click();
  }

  link(name: string): Locator {
    return this.page.getByRole('link', { name: this.say(name) });
  }

  async follow(name: string): Promise<void> {
    await this.link(name).first().click();
  }

  async sees(words: string | RegExp): Promise<void> {
    await expect(this.main).toContainText(words);
  }

  async seesNot(words: string | RegExp): Promise<void> {
    await expect(this.main).not.toContainText(words);
  }

  // People ------------------------------------------------------------------------------------------------------------

  async signIn(who: keyof typeof DEMO | Person): Promise<void> {
    const [email, password] = typeof who === 'string' ? [DEMO[who], DEMO_PASSWORD] : [who.email, who.password];
    await this.open('/sign-in');
    await this.fill('Email', email);
    await this.fill('Password', password);
    await this.press('Sign in');
    await this.passFactor(email);
    await expect(this.button('Sign out')).toBeVisible();
  }

  /** What signing in still asks of an office: to set its second factor up the first time, a code from then on. */
  async passFactor(email: string): Promise<void> {
    const { pathname } = new URL(this.page.url());
    if (pathname.endsWith('/account/second-factor')) {
      await this.setUpFactor(email);
      await this.open('/desk');
    } else if (pathname.endsWith('/sign-in/code')) {
      await this.fill('Code', await this.authenticator(email).next(this.clock));
      await this.press('Continue');
    }
  }

  /** From the open page of the second factor to its recovery codes. */
  async setUpFactor(email: string): Promise<string[]> {
    const secret = (await this.main.locator('#secret').innerText()).replace(/\s/g, '');
    this.server.known.set(`authenticator ${email}`, new Authenticator(secret));
    await this.fill('Code', await this.authenticator(email).next(this.clock));
    await this.press('Turn on');
    await expect(this.main.locator('.codes code')).toHaveCount(10);
    return this.main.locator('.codes code').allInnerTexts();
  }

  authenticator(email: string): Authenticator {
    const known = this.server.known.get(`authenticator ${email}`);
    if (!(known instanceof Authenticator)) throw new Error(`${email} has set up no second factor here`);
    return known;
  }

  async signOut(): Promise<void> {
    await this.press('Sign out');
    await expect(this.button('Sign out')).toHaveCount(0);
  }

  /** Registers, and registers the own organisation where a known one has a close name. */
  async register(person: Person = somebody()): Promise<Person> {
    await this.fillRegistration(person);
    const own = this.page.getByRole('button', { name: this.sentence('find-none-of-these') });
    if ((await own.count()) > 0) await own.click();
    return person;
  }

  /** Fills the first page of the registration and sends it. */
  async fillRegistration(person: Person): Promise<void> {
    await this.open('/register');
    await this.fill('Email', person.email);
    await this.fill('Full name', person.fullName);
    await this.fill('Password', person.password);
    await this.fill('Organisation name', person.organisation);
    await this.choose('Stakeholder type', 'NGO');
    await this.choose('Region', 'African Group');
    await this.press('Register');
    await expect(this.button('Sign out')).toBeVisible();
  }

  /** The newest mail to somebody, as /dev/outbox shows it: its text, and the addresses of its links. */
  async mailTo(person: Person): Promise<string> {
    const window = await this.page.context().newPage();
    await window.goto(this.at('/dev/outbox'));
    const row = window.getByRole('main').locator('li, tr, article').filter({ hasText: person.email });
    await row.first().getByRole('link').first().click();
    const text = await window.getByRole('main').innerText();
    await window.close();
    return text;
  }

  async confirm(person: Person): Promise<void> {
    const code = /(?<!\d)\d{6}(?!\d)/.exec(await this.mailTo(person))?.[0];
    if (code === undefined) throw new Error(`no six-digit code in the mail to ${person.email}`);
    await this.open('/confirm');
    await this.fill('Code', code);
    await this.press('Confirm');
  }

  async join(subgroup: string): Promise<void> {
    await this.open(`/subgroups/${subgroup}`);
    await this.press('Join subgroup');
    await expect(this.button('Join subgroup')).toHaveCount(0);
  }

  /** A new organisation that may submit to the subgroup. */
  async newMember(subgroup = 'sg-rnp'): Promise<Person> {
    const person = await this.register();
    await this.confirm(person);
    await this.join(subgroup);
    return person;
  }

  // Checks of a page --------------------------------------------------------------------------------------------------

  checkA11y(): Promise<void> {
    return checkA11y(this.page, this.browser, this.javaScript);
  }

  noSidewaysScroll(widths?: number[]): Promise<void> {
    return noSidewaysScroll(this.page, widths);
  }

  checkFrame(): Promise<void> {
    return checkFrame(this.page, this.language);
  }

  /** Everything that holds for every page. Its HTML is kept and validated afterwards. */
  async checkPage(): Promise<void> {
    await this.checkFrame();
    await this.noSidewaysScroll();
    await this.checkA11y();
  }
}
