import { randomBytes } from 'node:crypto';

/** A code of `getPhoneNumber` is good for five minutes, once. */
const CODE_LIFE_MS = 5 * 60 * 1000;

interface Issued {
  phone: string;
  openid: string;
  expiresAtMs: number;
}

/** The codes that WeChat's phone button would hand out. */
export class PhoneCodes {
  private readonly codes = new Map<string, Issued>();
  private readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  /** @param phone a mainland mobile number, 11 digits. */
  issue(phone: string, openid: string): string {
    for (const [code, { expiresAtMs }] of this.codes) if (expiresAtMs < this.now()) this.codes.delete(code);
    const code = randomBytes(32).toString('hex');
    this.codes.set(code, { phone, openid, expiresAtMs: this.now() + CODE_LIFE_MS });
    return code;
  }

  /** @returns the number, or null if the code is unknown, spent, expired or another person's. */
  redeem(code: string, openid: string | undefined): string | null {
    const issued = this.codes.get(code);
    if (!issued || issued.openid !== openid) return null;
    this.codes.delete(code);
    return issued.expiresAtMs >= this.now() ? issued.phone : null;
  }
}
