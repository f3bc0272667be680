// An authenticator as people carry it: TOTP (RFC 6238) with SHA-1, six digits, 30 seconds. It never shows a code twice.
import { createHmac } from 'node:crypto';
import type { Clock } from './clock.ts';

const STEP = 30_000;

export class Authenticator {
  private last = 0;

  constructor(private readonly secret: string) {}

  /** A code that was not used yet; the clock goes on when there is none for this moment. */
  async next(clock: Clock): Promise<string> {
    let step = Math.floor((await clock.now()).getTime() / STEP);
    // A test may have put the clock back: then what was used lies in the future, and counts no more.
    if (this.last > step + 1) this.last = step - 1;
    if (this.last >= step + 1) {
      await clock.advance(STEP / 1000);
      step += 1;
    }
    this.last = Math.max(this.last + 1, step);
    return this.code(this.last);
  }

  private code(step: number): string {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const digest = createHmac('sha1', base32(this.secret)).update(counter).digest();
    const offset = (digest.at(-1) ?? 0) & 0x0f;
    return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
  }
}

function base32(text: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? []);
}
