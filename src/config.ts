import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Config {
  /** PostgreSQL server; null for the embedded database under `dataFolder`. */
  readonly databaseUrl: string | null;
  /** The archive, and the embedded database. */
  readonly dataFolder: string;
  /** Sent to publishers, so that they know whom to ask. */
  readonly userAgent: string;
  /** Sources that ship with the project: `npm start` runs on them. */
  readonly sampleSources: string;
}

/** Settings come from the environment; a setting that can't be right stops the program before it does anything. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const databaseUrl = environment.DATABASE_URL?.trim() || null;
  const problem = databaseUrl === null ? null : serverAddressProblem(databaseUrl);
  if (problem) throw new ConfigError(`DATABASE_URL: ${problem}; unset it for the embedded database`);
  return {
    databaseUrl,
    dataFolder: resolve(environment.NIANBAO_DATA?.trim() || 'data'),
    userAgent: `nianbao/${version()} (${environment.NIANBAO_CONTACT?.trim() || 'annual-report collector; no contact configured'})`,
    sampleSources: fileURLToPath(new URL('../fixtures/sample/sources.yaml', import.meta.url)),
  };
}

/** What is wrong with the address of a PostgreSQL server, without its password; null when nothing is. */
export function serverAddressProblem(url: string): string | null {
  const expected = 'expected postgresql://user:password@host:5432/database';
  if (!/^postgres(ql)?:\/\//.test(url)) return expected;
  try {
    const { username, password, pathname } = new URL(url);
    for (const part of [username, password, pathname]) decodeURIComponent(part);
    return null;
  } catch {
    return `${expected}; in user and password a % is written %25, # %23, / %2F, ? %3F, @ %40`;
  }
}

export function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
