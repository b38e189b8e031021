/** Text with the numbers that it tells, and what they are of: the truth that claims are held against. */

export interface ToldClaim {
  /** Null where a reader can't be certain; then none may be given. */
  readonly subject: string | null;
  readonly value: number;
  readonly kind: 'number' | 'none';
}

export interface Told {
  readonly text: string;
  readonly claims: readonly ToldClaim[];
}

export const number = (subject: string | null, value: number): ToldClaim => ({
  subject,
  value,
  kind: 'number',
});
export const nothing = (subject: string): ToldClaim => ({ subject, value: 0, kind: 'none' });

export function join(...parts: readonly (Told | string)[]): Told {
  return {
    text: parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
    claims: parts.flatMap((part) => (typeof part === 'string' ? [] : part.claims)),
  };
}
