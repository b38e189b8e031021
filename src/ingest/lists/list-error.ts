import { FetchError, FetchFailure } from '../http/fetch-error.js';

/** An answer that came whole but is no list of the family that the source names. */
export function notAList(url: string, what: string): FetchError {
  const advice = 'correct family and params of the source, or try `nianbao sources probe` on its page';
  return new FetchError(url, new FetchFailure('fetch/not-a-list', what, advice), 1);
}
