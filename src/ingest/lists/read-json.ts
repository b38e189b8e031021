import { decodeText } from '../decode-text.js';
import type { FetchResult } from '../http/http-client.js';
import { notAList } from './list-error.js';

/** The JSON of an answer. Throws FetchError where it is none: a login page, a page of a firewall. */
export function readJson(fetched: FetchResult): unknown {
  try {
    const value: unknown = JSON.parse(decodeText(fetched.body ?? Buffer.alloc(0)));
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below, with the address.
  }
  throw notAList(fetched.url, 'the answer is not JSON');
}
