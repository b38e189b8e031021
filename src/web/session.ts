import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** office 政务公开办: decides and corrects; reader 读者: only looks. */
export type Role = 'office' | 'reader';

/** Who asks. It lives in a signed cookie, so that a restart logs nobody out. */
export interface Session {
  readonly name: string;
  readonly role: Role;
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export interface Sessions {
  /** A new session as the cookie's value. */
  readonly begin: (name: string, role: Role, now: number) => string;
  /** Null where the cookie is forged, changed or over. */
  readonly read: (cookie: string | undefined, now: number) => Session | null;
  /** What a form must bring back to show that this session's page made it. */
  readonly formToken: (session: Session) => string;
  readonly isFormToken: (session: Session, token: unknown) => boolean;
}

/** `secret` signs; whatever else is in it (the passwords' hashes) ends all sessions when it changes. */
export function createSessions(secret: string): Sessions {
  const sign = (purpose: string, text: string): string =>
    createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url');
  const formToken = ({ id, name }: Session): string => sign('form', `${id}\n${name}`);
  return {
    begin: (name, role, now) => {
      const session: Session = {
        name,
        role,
        id: randomBytes(16).toString('base64url'),
        expires: now + LIFETIME_MS,
      };
      const text = Buffer.from(JSON.stringify(session)).toString('base64url');
      return `${text}.${sign('session', text)}`;
    },
    read: (cookie, now) => {
      const [text, signature] = (cookie ?? '').split('.');
      if (!text || !signature || !same(signature, sign('session', text))) return null;
      const session = JSON.parse(Buffer.from(text, 'base64url').toString()) as Session;
      return session.expires > now ? session : null;
    },
    formToken,
    isFormToken: (session, token) => typeof token === 'string' && same(token, formToken(session)),
  };
}

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

/** A working day. */
const LIFETIME_MS = 10 * 3_600_000;
