import type { BoardContext } from './board.js';

/** What an address asks for, as far as it makes sense; anything else counts as not asked. */
export function textOf(c: BoardContext, name: string): string | undefined {
  const value = c.req.query(name)?.trim().slice(0, LONGEST);
  return value || undefined;
}

/** A report year. */
export function yearOf(c: BoardContext, name = 'year'): number | undefined {
  const value = c.req.query(name) ?? '';
  return /^(19|20)\d\d$/.test(value) ? Number(value) : undefined;
}

/** A page of a list, from 1. */
export function pageOf(c: BoardContext): number {
  const value = c.req.query('page') ?? '';
  return /^[1-9]\d{0,4}$/.test(value) ? Number(value) : 1;
}

/** One of the given ids. */
export function oneOf(
  c: BoardContext,
  name: string,
  choices: readonly { readonly id: string }[],
): string | undefined {
  const value = c.req.query(name);
  return choices.find(({ id }) => id === value)?.id;
}

const LONGEST = 100;
