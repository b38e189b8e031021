/**
 * archive  存档   the originals on disk, by hash
 * fetch    抓取   one request to a publisher's address and its answer
 * load     入库   one extraction, tied to a unit and a report year, stored whole or not at all
 * parser version 解析版本 a digest of the code that reads and judges, and of the catalogue
 */
import type { Extraction } from './extraction.js';

/** An original, by its content. */
export interface DocumentRecord {
  readonly sha256: string;
  readonly mediaType: string;
  readonly byteLength: number;
  /** Content-Type header as first served; decides the charset where the bytes don't. Null for local files. */
  readonly servedType: string | null;
}

/** That an address served a document. */
export interface CaptureRecord {
  readonly url: string;
  readonly sourceId: string;
  readonly unitId: string | null;
  readonly documentSha256: string;
  readonly listedTitle: string | null;
  readonly listedOn: string | null;
  /** From the address, the list or the manifest; the document's own words are in the extraction. */
  readonly reportYear: number | null;
  readonly capturedAt: Date;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What the load stage stores in one transaction. */
export interface LoadableReport {
  readonly unitId: string;
  readonly reportYear: number;
  readonly documentSha256: string;
  readonly parserVersion: string;
  readonly extraction: Extraction;
}

/** A document that could not become a report: kept, with the reason, so that nothing is a gap. */
export interface RefusedDocument {
  readonly documentSha256: string;
  readonly parserVersion: string;
  /** `read/…` or `recognise/…` or `load/…`. */
  readonly code: string;
  /** In Chinese. */
  readonly message: string;
}

export interface RunCounts {
  readonly found: number;
  readonly fetched: number;
  readonly parsed: number;
  readonly loaded: number;
  readonly failed: number;
}
