import { isIP } from 'node:net';
import { userInfo } from 'node:os';
import type { Role, Session, Sessions } from './session.js';

/** Who may come in, from the environment (README.md). */
export interface AccessSettings {
  /** scrypt hashes; null: nobody of this role logs in by password. */
  readonly officePassword: string | null;
  readonly readerPassword: string | null;
  /** A header in which a reverse proxy on this machine names the user that it has let in; null: none is believed. */
  readonly proxyHeader: string | null;
  /** Names that the proxy gives and that may decide; the others read. */
  readonly officeUsers: readonly string[];
  /** Anybody may read without logging in. */
  readonly publicReading: boolean;
}

/** What is known of a request before anybody looks at what it asks. */
export interface Asker {
  readonly cookie: string | undefined;
  /** Address of the other end of the connection, not what a header says. */
  readonly address: string;
  readonly header: (name: string) => string | undefined;
}

/** Who asks: by the proxy's word, by cookie, as the one at this machine, as the public; or null: log in first. */
export function whoAsks(
  { cookie, address, header }: Asker,
  settings: AccessSettings,
  sessions: Sessions,
  now: number,
): Session | null {
  if (settings.proxyHeader !== null && isLoopback(address)) {
    const name = header(settings.proxyHeader)?.trim();
    if (name)
      return standing(
        decodeName(name),
        settings.officeUsers.includes(decodeName(name)) ? 'office' : 'reader',
      );
  }
  const session = sessions.read(cookie, now);
  if (session) return session;
  if (isOpen(settings)) return standing(userInfo().username, 'office');
  return settings.publicReading ? standing('公众', 'reader') : null;
}

/** Without any way to log in the board serves this machine alone, and whoever sits at it is the office. */
export function isOpen({ officePassword, readerPassword, proxyHeader }: AccessSettings): boolean {
  return officePassword === null && readerPassword === null && proxyHeader === null;
}

export function isLoopback(address: string): boolean {
  return /^(127\.|::1$|::ffff:127\.|localhost$)/.test(address);
}

/**
 * Whom the proxy on this machine asks for, as it says in the last entry of X-Forwarded-For; without one, the other end of the
 * connection. For the log and for holding back who guesses; nobody is let in for it.
 */
export function askedFor(address: string, forwarded: string | undefined): string {
  const last = forwarded?.split(',').at(-1)?.trim();
  return isLoopback(address) && last && isIP(last) !== 0 ? last : address;
}

function standing(name: string, role: Role): Session {
  return { name, role, id: `standing-${role}`, expires: Number.POSITIVE_INFINITY };
}

/** Headers are Latin-1; proxies put Chinese names percent-encoded. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
