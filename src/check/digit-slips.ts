/** Slips of the pen, on numbers written as digits. */

export function isSwapped(printed: string, meant: string): boolean {
  if (printed.length !== meant.length || printed === meant) return false;
  const at = [...printed].findIndex((digit, i) => digit !== meant[i]);
  const swapped = printed.slice(0, at) + printed[at + 1] + printed[at] + printed.slice(at + 2);
  return swapped === meant;
}

/** `short` is `long` without one digit. */
export function lacksOne(short: string, long: string): boolean {
  if (short.length + 1 !== long.length) return false;
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}

export function isDuplicated(printed: string, meant: string): boolean {
  if (meant.length + 1 !== printed.length) return false;
  return [...meant].some((digit, i) => meant.slice(0, i) + digit + meant.slice(i) === printed);
}

export function differsInOne(printed: string, meant: string): boolean {
  return (
    printed.length === meant.length && [...printed].filter((digit, i) => digit !== meant[i]).length === 1
  );
}
