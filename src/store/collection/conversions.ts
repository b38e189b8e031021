import { sql } from 'kysely';
import type { Database } from '../postgres/database.js';

/** A reading copy of an original, made by an outside program. */
export interface ConversionRecord {
  readonly documentSha256: string;
  readonly convertedSha256: string;
  readonly converter: string;
  readonly version: string;
  readonly convertedAt: Date;
}

/** The copy that stands for the original: the one made last; null for none. */
export async function conversionOf(db: Database, documentSha256: string): Promise<ConversionRecord | null> {
  const { rows } = await sql<ConversionRecord>`
    select document_sha256 as "documentSha256", converted_sha256 as "convertedSha256", converter, version,
      converted_at as "convertedAt"
    from raw.conversion
    where document_sha256 = ${documentSha256}
    order by converted_at desc, converted_sha256
    limit 1`.execute(db.kysely);
  return rows[0] ?? null;
}

/** Records a copy; the same copy made again changes nothing. */
export async function saveConversion(db: Database, conversion: ConversionRecord): Promise<void> {
  const { documentSha256, convertedSha256, converter, version, convertedAt } = conversion;
  await sql`
    insert into raw.conversion (document_sha256, converted_sha256, converter, version, converted_at)
    values (${documentSha256}, ${convertedSha256}, ${converter}, ${version}, ${convertedAt})
    on conflict do nothing`.execute(db.kysely);
}
