/** The database can't be reached, opened or written: nothing that a caller could repair. One line, for people. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
}

/** Turns what means "no database" into DatabaseUnavailableError; everything else is handed back as it is. */
export function asUnavailable(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseUnavailableError) return error;
  const code = codeOf(error);
  const words = REASONS[code] ?? reasonInMessage(error.message);
  if (!words) return error;
  return new DatabaseUnavailableError(`${place}: ${words}`, { cause: error });
}

/** The SQLSTATE of a database error or the code of a system error, else empty. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function reasonInMessage(message: string): string | undefined {
  return MESSAGES.find(([pattern]) => pattern.test(message))?.[1];
}

const DISK_FULL = 'the disk is full. Free some space and start again; nothing was half-written';
const LOST = 'the connection was lost. Check that the server is up and start again; nothing was half-written';
const CERTIFICATE =
  "the server's certificate can't be verified. Name its authority (sslrootcert=FILE in DATABASE_URL), or trust whatever answers there (sslmode=no-verify)";
const PASSWORD = 'the server refuses the user or the password. Check both in DATABASE_URL';

/** By SQLSTATE (PostgreSQL, appendix A) and by Node's system error codes. */
const REASONS: Readonly<Record<string, string>> = {
  '28P01': PASSWORD,
  '28000': PASSWORD,
  '3D000': 'there is no database of this name. Create it (createdb) or correct DATABASE_URL',
  '53100': DISK_FULL,
  ENOSPC: DISK_FULL,
  EDQUOT: DISK_FULL,
  '53200': 'the server is out of memory',
  '53300': 'the server has no connection left. Raise max_connections or close other programs',
  '57P01': LOST,
  '57P02': LOST,
  '57P03': 'the server is starting up or shutting down. Try again in a moment',
  '08006': LOST,
  ECONNRESET: LOST,
  EPIPE: LOST,
  ECONNREFUSED: 'nothing answers there. Start the server or correct DATABASE_URL',
  ENOTFOUND: 'the host name is unknown. Correct DATABASE_URL',
  EAI_AGAIN: 'the host name could not be looked up. Check the network or correct DATABASE_URL',
  ETIMEDOUT: 'no answer in time. Check host, port and firewall',
  EHOSTUNREACH: 'the host is unreachable. Check the network or correct DATABASE_URL',
  ENETUNREACH: 'the network is unreachable. Check the network or correct DATABASE_URL',
  ENOENT: 'there is no such socket. Start the server or correct DATABASE_URL',
  DEPTH_ZERO_SELF_SIGNED_CERT: CERTIFICATE,
  SELF_SIGNED_CERT_IN_CHAIN: CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT: CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: CERTIFICATE,
  CERT_HAS_EXPIRED: "the server's certificate has expired. Renew it",
  ERR_TLS_CERT_ALTNAME_INVALID:
    "the server's certificate is for another host. Put the name that it is for into DATABASE_URL",
};

/** Where pg gives words alone. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/client password must be a (non-empty )?string/i, PASSWORD],
  [/Connection terminated|Client has encountered a connection error/i, LOST],
  [/timeout exceeded when trying to connect/i, 'no answer in time. Check host, port and firewall'],
  [/does not support SSL connections/i, 'the server does not speak TLS. Remove sslmode from DATABASE_URL'],
  [/no space left on device|could not extend file/i, DISK_FULL],
];
