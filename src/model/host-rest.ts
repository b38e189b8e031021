/** A host asked to be left alone for a while (Retry-After, RFC 9110 §10.2.3). */
export interface HostRest {
  readonly host: string;
  readonly milliseconds: number;
  /** `wait`: short enough to wait for with the work in hand; `leave`: nothing more is asked there until then. */
  readonly kind: 'wait' | 'leave';
  /** In a row. */
  readonly failures: number;
  readonly why: string;
}
