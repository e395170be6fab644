import { randomBytes } from 'node:crypto';

/** One request of a function to the emulated cloud. */
export interface RequestRecord {
  action: string;
  /** The collection, for database actions. */
  collection: string | null;
  /** Documents read and checked. */
  examined: number;
  /** Documents returned, counted or changed. */
  returned: number;
  /** The indexes used. */
  indexes: string[];
  /** The platform's code, if it was refused. */
  error: string | null;
}

/** Who called, as the platform knows it; never from the request's own body. */
export interface Caller {
  openid?: string;
  appid?: string;
  unionid?: string;
  /** Chain of sources, for example `wx_client` or `wx_client,scf`. */
  source: string;
  clientIp: string;
}

export interface Session {
  token: string;
  functionName: string;
  caller: Caller;
  requests: RequestRecord[];
  /** How many functions have called one another to get here. */
  depth: number;
}

/** Requests of what a function left running are still answered for this long after its end. */
const GRACE_MS = 30_000;

/** Each invocation has a token that cannot be guessed; a request of the SDK carries it. */
export class Sessions {
  private readonly byToken = new Map<string, Session>();

  open(functionName: string, caller: Caller, depth: number): Session {
    const session: Session = { token: randomBytes(24).toString('base64url'), functionName, caller, requests: [], depth };
    this.byToken.set(session.token, session);
    return session;
  }

  close(session: Session): void {
    setTimeout(() => this.byToken.delete(session.token), GRACE_MS).unref();
  }

  find(token: unknown): Session | undefined {
    return typeof token === 'string' ? this.byToken.get(token) : undefined;
  }
}
