/** A path to go back to, only within the board itself: `//elsewhere` is another site. */
export function ownPath(path: unknown, otherwise = '/'): string {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : otherwise;
}
