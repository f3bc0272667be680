// Hands on the keyboard alone: Tab, Enter, Space, arrows, and letters. Every stop is looked at: the focus is on the screen, drawn with an
// outline, and Tab always goes on.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Portal } from './portal.ts';

/** More stops than any page has. */
const MOST = 250;

/** What is in focus, and how it looks. */
interface Stop {
  name: string;
  drawn: boolean;
  onScreen: boolean;
  /** Dates have a stop for each of their parts. */
  parts: boolean;
}

/** Read in the page. Whoever is focused must be on the screen, with an outline of two pixels or more in a colour that is one. */
function look(): Stop {
  const at = document.activeElement;
  if (at === null || at === document.body) return { name: 'nothing', drawn: true, onScreen: true, parts: false };
  const outlined = (pseudo?: string): boolean => {
    const style = getComputedStyle(at, pseudo);
    const colour = /^rgba\(.*, 0\)$|^transparent$/.test(style.outlineColor);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !colour && style.visibility === 'visible';
  };
  const box = at.getBoundingClientRect();
  const clipped = getComputedStyle(at).clipPath !== 'none' || getComputedStyle(at).opacity === '0';
  const words = at.getAttribute('name') ?? at.textContent ?? '';
  const parts = at instanceof HTMLInputElement && /date|time/.test(at.type);
  // On its last stop, the calendar, a date field leaves the focus to a button inside, which the browser itself rings.
  const inside = parts && !at.matches(':focus-visible');
  return {
    name: `<${at.tagName.toLowerCase()}> ${words.trim().slice(0, 40)}`,
    drawn: outlined() || outlined('::after') || inside,
    onScreen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && !clipped,
    parts,
  };
}

const isFocused = (element: Locator): Promise<boolean> => element.first().evaluate((one) => one === document.activeElement);

export class Keyboard {
  private readonly page: Page;

  constructor(private readonly portal: Portal) {
    this.page = portal.page;
  }

  /** One press of Tab (or Shift+Tab): somewhere else, and visible. */
  async tab(key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const before = await this.page.evaluateHandle(() => document.activeElement);
    await this.page.keyboard.press(key);
    const stop = await this.page.evaluate(look);
    const moved = await before.evaluate((was) => was === null || was === document.body || was !== document.activeElement);
    await before.dispose();
    expect(moved || stop.parts, `Tab goes on from ${stop.name} at ${this.page.url()}`).toBe(true);
    expect(stop, `the focus on ${stop.name} at ${this.page.url()}`).toMatchObject({ drawn: true, onScreen: true });
  }

  /** Goes on by Tab until this is in focus. */
  async to(element: Locator): Promise<void> {
    await expect(element.first()).toBeVisible();
    for (let stops = 0; stops < MOST; stops += 1) {
      if (stops > 0 || !(await isFocused(element))) await this.tab();
      if (await isFocused(element)) return;
    }
    throw new Error(`Tab does not lead to ${element.toString()} at ${this.page.url()}`);
  }

  /** Past the header: the first stop of a page is the way to its content. */
  async skip(): Promise<void> {
    await this.tab();
    await expect(this.page.locator('.skip-link')).toBeFocused();
    await this.page.keyboard.press('Enter');
    await expect(this.portal.main).toBeFocused();
  }

  /** Types into a field, in place of what is there. */
  async type(label: string, text: string): Promise<void> {
    await this.to(this.portal.field(label));
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
    await expect(this.portal.field(label)).toHaveValue(text);
  }

  /** Types a date, `2027-06-30`, in the order in which the field asks for its parts. */
  async typeDate(label: string, date: string): Promise<void> {
    const field = this.portal.field(label);
    const [year = '', month = '', day = ''] = date.split('-');
    for (const digits of [month + day + year, day + month + year, year + month + day]) {
      await this.to(field);
      await this.page.keyboard.type(digits);
      if ((await field.inputValue()) === date) return;
      while (await isFocused(field)) await this.tab('Shift+Tab');
    }
    throw new Error(`no order of ${date} gives the date`);
  }

  /** Chooses an option by the arrow keys: the first whose words hold this. */
  async choose(label: string, option: string | RegExp): Promise<void> {
    const field = this.portal.field(label);
    await this.to(field);
    const words = typeof option === 'string' ? this.portal.say(option) : option;
    const texts = await field.locator('option').allInnerTexts();
    const wanted = texts.findIndex((text) => words.test(text));
    const now = await field.evaluate((select) => (select as HTMLSelectElement).selectedIndex);
    const key = wanted < now ? 'ArrowUp' : 'ArrowDown';
    for (let step = Math.abs(wanted - now); step > 0; step -= 1) await this.page.keyboard.press(key);
    expect(await field.evaluate((select) => (select as HTMLSelectElement).selectedIndex), `${label}: ${String(words)}`).toBe(wanted);
  }

  /** Presses a button by Space, or follows a link by Enter, and waits for the page behind it. */
  async press(element: Locator, key: 'Space' | 'Enter' = 'Space'): Promise<void> {
    await this.to(element);
    const loaded = this.page.waitForEvent('domcontentloaded');
    await this.page.keyboard.press(key);
    await loaded;
  }

  async follow(element: Locator): Promise<void> {
    await this.press(element, 'Enter');
  }

  /** A form was refused: the focus is on what is wrong, and its first link leads into the field. */
  async isToldWhatIsWrong(first: string): Promise<void> {
    const summary = this.page.locator('.error-summary');
    await expect(summary).toBeFocused();
    expect(await this.page.evaluate(look), 'the focus on the error summary').toMatchObject({ drawn: true, onScreen: true });
    await this.tab();
    await expect(summary.getByRole('link').first()).toBeFocused();
    await this.page.keyboard.press('Enter');
    await expect(this.portal.field(first)).toBeFocused();
    expect(await this.page.evaluate(look), 'the focus on the field').toMatchObject({ drawn: true, onScreen: true });
  }
}
