/** A signal that aborts with TimeoutError when the time is over, and with `closing`. `over` must be called at the end. */
export interface Deadline {
  readonly signal: AbortSignal;
  over(): void;
}

/**
 * By a timer of its own: Node 20 loses an AbortSignal.timeout() that stands in an AbortSignal.any() when it clears its
 * memory (nodejs/node#57736), and then an answer that drips is waited for without end.
 */
export function startDeadline(milliseconds: number, closing: AbortSignal): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new DOMException('The time is over', 'TimeoutError'));
  }, milliseconds);
  const close = () => controller.abort(closing.reason);
  if (closing.aborted) close();
  closing.addEventListener('abort', close);
  return {
    signal: controller.signal,
    over() {
      clearTimeout(timer);
      closing.removeEventListener('abort', close);
    },
  };
}
