import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** `scrypt$N$r$p$salt$hash`, to be put into the environment in the password's place. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Whether a password is the one that was hashed; it takes some 100 ms, whatever the answer. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, n, r, p, salt, hash] = HASH.exec(stored)!;
  const expected = Buffer.from(hash!, 'base64url');
  const cost = { N: Number(n), r: Number(r), p: Number(p) };
  return timingSafeEqual(await derive(password, Buffer.from(salt!, 'base64url'), cost), expected);
}

/** Whether a setting is such a hash, and not the password itself. */
export function isPasswordHash(text: string): boolean {
  return HASH.test(text);
}

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

function derive(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  return promisify<string, Buffer, number, object, Buffer>(scrypt)(
    password.normalize('NFKC'),
    salt,
    HASH_BYTES,
    {
      N,
      r,
      p,
      maxmem: 256 * N * r,
    },
  );
}

const HASH_BYTES = 32;
/** OWASP's password storage sheet: N=2^17, r=8, p=1 where memory allows; half of it here, for small machines. */
const COST: Cost = { N: 2 ** 16, r: 8, p: 1 };
const HASH = /^scrypt\$(\d{4,6})\$(\d{1,2})\$(\d{1,2})\$([\w-]{16,})\$([\w-]{43})$/;
