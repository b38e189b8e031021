import type { Database } from '../postgres/database.js';

export interface DocumentRecord {
  readonly sha256: string;
  readonly mediaType: string;
  readonly servedType: string | null;
  readonly byteLength: number;
  /** Where it was last served. */
  readonly url: string | null;
}

/** What is known of an archived original; null for a hash that is none. */
export async function documentRecord(db: Database, sha256: string): Promise<DocumentRecord | null> {
  const row = await db.kysely
    .selectFrom('raw.document as d')
    .leftJoin('raw.capture as c', 'c.document_sha256', 'd.sha256')
    .select(['d.sha256', 'd.media_type', 'd.served_type', 'd.byte_length', 'c.url'])
    .where('d.sha256', '=', sha256)
    .orderBy('c.since', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { media_type: mediaType, served_type: servedType, byte_length: byteLength, url } = row;
  return { sha256, mediaType, servedType, byteLength, url };
}
