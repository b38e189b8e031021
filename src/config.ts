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
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new ConfigError(
      'DATABASE_URL: expected postgresql://user:password@host:5432/database; unset it for the embedded database',
    );
  }
  return {
    databaseUrl,
    dataFolder: resolve(environment.NIANBAO_DATA?.trim() || 'data'),
    userAgent: `nianbao/${version()} (${environment.NIANBAO_CONTACT?.trim() || 'annual-report collector; no contact configured'})`,
    sampleSources: fileURLToPath(new URL('../fixtures/sample/sources.yaml', import.meta.url)),
  };
}

export function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
