import type { AllowedHost, TlsMode } from '../../model/source.js';
import { looksLikeErrorPage } from './error-page.js';
import type { Exchange } from './http-exchange.js';
import { isCutOff } from './is-cut-off.js';

export interface FetchResult {
  /** As asked for. */
  readonly url: string;
  /** After redirects. */
  readonly finalUrl: string;
  /** 2xx, or 304. */
  readonly status: number;
  readonly fetchedAt: Date;
  readonly notModified: boolean;
  /** Decoded; null exactly when not modified. */
  readonly body: Buffer | null;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Why this may be no answer to the question though the site says 200: an error page, a bot check, a page cut off. */
  readonly suspect?: string | null;
  /** Exceptions under which it was fetched, for the record: robots.txt not asked, old TLS, certificate not checked. */
  readonly note?: string | null;
}

export interface Exceptions {
  /** The stated reason, where robots.txt wasn't asked. */
  readonly robotsOff: string | null;
  /** What is stated of the host's TLS, where that is an exception. */
  readonly tls: Pick<AllowedHost, 'tls' | 'reason'> | null;
}

/** An answer as the client hands it on. */
export function fetchResult(
  url: string,
  final: URL,
  answer: Exchange,
  { robotsOff, tls }: Exceptions,
): FetchResult {
  const { status, fetchedAt, body, contentType, etag, lastModified } = answer;
  const notes = [
    ...(tls === null || final.protocol !== 'https:' ? [] : [`${TLS_NOTES[tls.tls]}: ${tls.reason}`]),
    ...(robotsOff === null ? [] : [`robots.txt not asked: ${robotsOff}`]),
  ];
  return {
    url,
    finalUrl: final.href,
    status,
    fetchedAt,
    notModified: status === 304,
    body,
    contentType,
    etag,
    lastModified,
    suspect: body === null ? null : (looksLikeErrorPage(body, contentType) ?? cutOff(body, answer.endKnown)),
    note: notes.length === 0 ? null : notes.join('; '),
  };
}

/** Without length or chunks the end of the connection is the end of the page, wherever it broke. */
function cutOff(body: Buffer, endKnown: boolean): string | null {
  return endKnown || !isCutOff(body) ? null : 'the page has no end, and the site states no length';
}

const TLS_NOTES: Readonly<Record<TlsMode, string>> = {
  verified: 'certificate checked',
  legacy: 'old TLS allowed',
  insecure: 'certificate not checked',
};
