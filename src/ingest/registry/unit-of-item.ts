import type { UnitRecord } from '../../model/unit.js';

/**
 * The unit that a text names, out of the given ones (null: all of the registry), by any of their dated names: in full, without
 * 人民政府 or 办事处, with or without the names of the units above. The longest match wins; null where none
 * matches, or two units match equally. `registry` holds the units with those above them.
 *
 * A name counts only where it stands alone: 安丘市 in 安丘市财政局 is not the city's government,
 * and 城关镇 of our county is not that of another county named before it.
 */
export function unitOfItem(
  title: string,
  unitIds: readonly string[] | null,
  registry: readonly UnitRecord[],
): string | null {
  const text = fold(title);
  const { byName, longestName } = indexOf(registry);
  const wanted = unitIds && new Set(unitIds);
  // From the longest name down: the first length at which a name stands alone wins.
  for (let length = Math.min(longestName, text.length); length >= SHORTEST_NAME; length--) {
    const best = [...unitsNamed(text, length, byName)].filter((unitId) => !wanted || wanted.has(unitId));
    if (best.length > 0) return best.length === 1 ? best[0]! : null;
  }
  return null;
}

/** Units whose name of just that length stands alone in the text. */
function unitsNamed(text: string, length: number, byName: NameIndex['byName']): ReadonlySet<string> {
  const named = new Set<string>();
  for (let at = 0; at + length <= text.length; at++) {
    const units = byName.get(text.slice(at, at + length)) ?? [];
    for (const unit of units) if (standsAlone(text, at, length, unit)) named.add(unit.unitId);
  }
  return named;
}

function standsAlone(text: string, at: number, length: number, { above }: NamedUnit): boolean {
  return mayPrecede(text.slice(0, at), above) && MAY_FOLLOW.test(text.slice(at + length));
}

interface NamedUnit {
  readonly unitId: string;
  /** Places above it, as they may stand before its name: 安丘市, 潍坊市. */
  readonly above: readonly string[];
}

interface NameIndex {
  /** Every way to write a unit, the places above it included or not. */
  readonly byName: ReadonlyMap<string, readonly NamedUnit[]>;
  readonly longestName: number;
}

const INDEXES = new WeakMap<readonly UnitRecord[], NameIndex>();

/** Made once for a registry: a registry has thousands of units, and every document is looked up in it. */
function indexOf(registry: readonly UnitRecord[]): NameIndex {
  const held = INDEXES.get(registry);
  if (held) return held;
  const records = new Map<string, UnitRecord[]>();
  for (const record of registry) {
    const own = records.get(record.unitId);
    if (own) own.push(record);
    else records.set(record.unitId, [record]);
  }
  const byName = new Map<string, NamedUnit[]>();
  let longestName = 0;
  for (const unitId of records.keys()) {
    const { own, above } = namesOf(unitId, records);
    for (const name of own) {
      const units = byName.get(name);
      if (units) units.push({ unitId, above });
      else byName.set(name, [{ unitId, above }]);
      longestName = Math.max(longestName, name.length);
    }
  }
  const index = { byName, longestName };
  INDEXES.set(registry, index);
  return index;
}

interface Names {
  readonly own: ReadonlySet<string>;
  readonly above: readonly string[];
}

function namesOf(unitId: string, records: ReadonlyMap<string, readonly UnitRecord[]>): Names {
  const above = [...ancestorsOf(unitId, records)].map((record) => withoutSuffix(fold(record.name)));
  const prefixes = above.flatMap((place) => [place, place.replace(/[省市县区旗]$/, '')]);
  const own = records.get(unitId)!.flatMap((record) => {
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

function ancestorsOf(unitId: string, records: ReadonlyMap<string, readonly UnitRecord[]>): Set<UnitRecord> {
  const found = new Set<UnitRecord>();
  let ids = [unitId];
  while (ids.length > 0) {
    const parents = new Set(
      ids.flatMap((id) => records.get(id) ?? []).flatMap(({ parentId }) => parentId ?? []),
    );
    const above = [...parents].flatMap((id) => records.get(id) ?? []).filter((record) => !found.has(record));
    for (const record of above) found.add(record);
    ids = above.map((record) => record.unitId);
  }
  return found;
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
