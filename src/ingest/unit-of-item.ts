import type { UnitRecord } from '../model/unit.js';

/**
 * The unit that a listed title names, out of those of its source, by any of their dated names: in full, without
 * 人民政府 or 办事处, with or without the names of the units above. The longest match wins; null where none
 * matches, or two units match equally. `registry` holds the units with those above them.
 *
 * A name counts only where it stands alone: 安丘市 in 安丘市财政局 is not the city's government,
 * and 城关镇 of our county is not that of another county named before it.
 */
export function unitOfItem(
  title: string,
  unitIds: readonly string[],
  registry: readonly UnitRecord[],
): string | null {
  const text = fold(title);
  const matches = unitIds.map((unitId) => ({
    unitId,
    length: longestMatch(text, namesOf(unitId, registry)),
  }));
  const longest = Math.max(0, ...matches.map(({ length }) => length));
  const best = matches.filter(({ length }) => length === longest);
  return longest > 0 && best.length === 1 ? best[0]!.unitId : null;
}

interface Names {
  /** Every way to write the unit, the places above it included or not. */
  readonly own: ReadonlySet<string>;
  /** Places above it, as they may stand before its name: 安丘市, 潍坊市. */
  readonly above: readonly string[];
}

function namesOf(unitId: string, registry: readonly UnitRecord[]): Names {
  const records = registry.filter((record) => record.unitId === unitId);
  const above = [...ancestorsOf(unitId, registry)].map((record) => withoutSuffix(fold(record.name)));
  const prefixes = above.flatMap((place) => [place, place.replace(/[省市县区旗]$/, '')]);
  const own = records.flatMap((record) => {
    const full = fold(record.name);
    const bare = withoutPlaces(full, prefixes);
    const bares = [bare, withoutSuffix(bare)];
    return [
      full,
      withoutSuffix(full),
      ...bares,
      ...prefixes.flatMap((place) => bares.map((name) => place + name)),
    ];
  });
  return { own: new Set(own.filter((name) => name.length >= SHORTEST_NAME)), above };
}

function ancestorsOf(unitId: string, registry: readonly UnitRecord[]): Set<UnitRecord> {
  const found = new Set<UnitRecord>();
  let ids = new Set([unitId]);
  while (ids.size > 0) {
    const parents = new Set(registry.flatMap((record) => (ids.has(record.unitId) ? [record.parentId] : [])));
    const records = registry.filter((record) => parents.has(record.unitId) && !found.has(record));
    for (const record of records) found.add(record);
    ids = new Set(records.map((record) => record.unitId));
  }
  return found;
}

function longestMatch(text: string, { own, above }: Names): number {
  let longest = 0;
  for (const name of own) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const alone = mayPrecede(text.slice(0, at), above) && MAY_FOLLOW.test(text.slice(at + name.length));
      if (alone) longest = Math.max(longest, name.length);
    }
  }
  return longest;
}

function mayPrecede(before: string, above: readonly string[]): boolean {
  if (!/\p{Script=Han}$/u.test(before) || /(?:年|年度|关于)$/.test(before)) return true;
  if (!/[省市县区旗州盟]$/.test(before)) return false;
  return above.length === 0 || above.some((place) => before.endsWith(place));
}

function withoutPlaces(name: string, places: readonly string[]): string {
  const place = places.find((start) => name.startsWith(start) && name.length - start.length >= SHORTEST_NAME);
  return place === undefined ? name : withoutPlaces(name.slice(place.length), places);
}

function withoutSuffix(name: string): string {
  return name.replace(/(?:人民政府|办事处)$/, '');
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** What follows a whole name in a title: a year, the subject, the rest of a shortened name, the end. */
const MAY_FOLLOW =
  /^(?:$|[^\p{Script=Han}\d]|(?:19|20)\d\d|[〇○零一二三四五六七八九]{4}年|年度|关于|的|本级|(?:人民政府|政府|办事处|办)?(?:$|[^\p{Script=Han}\d]|(?:19|20)\d\d|[〇○零一二三四五六七八九]{4}年|年度|关于|的|政府信息|政务|信息公开|年报))/u;

/** A name of one character is none. */
const SHORTEST_NAME = 2;
