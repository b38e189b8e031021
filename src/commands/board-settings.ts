import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '../config.js';
import { type AccessSettings, isLoopback, isOpen } from '../web/access.js';
import { isPasswordHash } from '../web/password.js';
import { UsageError } from './usage-error.js';

/** Who may use the board, from the environment; a setting that can't be right stops the program. */
export function readAccess(environment: NodeJS.ProcessEnv = process.env): AccessSettings {
  const text = (name: string): string | null => environment[name]?.trim() || null;
  const hash = (name: string): string | null => {
    const value = text(name);
    if (value !== null && !isPasswordHash(value))
      throw new ConfigError(
        `${name}: expected a hash as \`nianbao serve --hash-password\` prints it, not the password`,
      );
    return value;
  };
  const settings = {
    officePassword: hash('NIANBAO_OFFICE_PASSWORD'),
    readerPassword: hash('NIANBAO_READER_PASSWORD'),
    proxyHeader: text('NIANBAO_PROXY_HEADER'),
    officeUsers: (text('NIANBAO_OFFICE_USERS') ?? '')
      .split(/[,，]/)
      .map((name) => name.trim())
      .filter(Boolean),
  };
  const publicReading = /^(1|true|yes)$/i.test(text('NIANBAO_PUBLIC') ?? '');
  if (publicReading && isOpen({ ...settings, publicReading }))
    throw new ConfigError(
      'NIANBAO_PUBLIC: set NIANBAO_OFFICE_PASSWORD too, or anybody could decide and correct',
    );
  return { ...settings, publicReading };
}

/** Beyond this machine nobody gets in without saying who he is. */
export function refuseOpenHost(host: string, access: AccessSettings): void {
  if (isLoopback(host) || !isOpen(access)) return;
  throw new UsageError(
    `--host ${host}: beyond this machine the board needs a password: put what \`nianbao serve --hash-password\` prints into ` +
      'NIANBAO_OFFICE_PASSWORD (and NIANBAO_READER_PASSWORD), or name the header of a trusted reverse proxy in NIANBAO_PROXY_HEADER',
  );
}

/** What signs the cookies: kept in the data folder, so that a restart logs nobody out; a changed password does. */
export async function readSecret(
  dataFolder: string,
  { officePassword, readerPassword }: AccessSettings,
): Promise<string> {
  const file = join(dataFolder, 'board.secret');
  await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(ifThere);
  return [await readFile(file, 'utf8'), officePassword, readerPassword].join('\n');
}

function ifThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
