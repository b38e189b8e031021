/** Names as Stata takes them, by the names they stand for: at most 32 characters, each only once, and none of Stata's own. */
export function stataNames(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>(RESERVED);
  const chosen = new Map<string, string>();
  // Those that fit keep their names, whatever long ones are cut to.
  const short = names.filter((name) => name.length <= LONGEST_NAME && !taken.has(name));
  for (const name of [...short, ...names.filter((long) => !short.includes(long))]) {
    let fit = name.slice(0, LONGEST_NAME);
    for (let no = 2; taken.has(fit); no++) fit = `${name.slice(0, LONGEST_NAME - 3)}_${no}`;
    taken.add(fit);
    chosen.set(name, fit);
  }
  return chosen;
}

const LONGEST_NAME = 32;

/** [U] 11.3: what no variable may be called. */
const RESERVED =
  '_all _b byte _coef _cons double float if in int long _n _N _pi _pred _r _rc _skip strL using with'.split(
    ' ',
  );
