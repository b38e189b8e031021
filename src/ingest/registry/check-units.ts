import type { UnitRecord } from '../../model/unit.js';
import { closestWord } from '../closest-word.js';
import type { PlacedUnit } from './unit-row.js';

/**
 * What is wrong between the rows of a units file: unknown parents, circles of parents, overlapping dates.
 * Each problem starts with its line: `7: parent_id: …`.
 */
export function checkUnits(rows: readonly PlacedUnit[]): string[] {
  return [...unknownParents(rows), ...parentCircles(rows), ...overlaps(rows)];
}

function unknownParents(rows: readonly PlacedUnit[]): string[] {
  const ids = new Set(rows.map(({ unit }) => unit.unitId));
  return rows.flatMap(({ line, unit: { parentId } }) => {
    if (parentId === null || ids.has(parentId)) return [];
    const word = closestWord(parentId, ids);
    const hint = word === null ? 'add a row for it' : `did you mean "${word}"?`;
    return [`${line}: parent_id: no unit "${parentId}" in this file; ${hint}`];
  });
}

/** Follows every row's parent upwards through all rows, whatever their dates. A circle is told once. */
function parentCircles(rows: readonly PlacedUnit[]): string[] {
  const parents = new Map<string, Set<string>>();
  for (const { unit } of rows) {
    const of = parents.get(unit.unitId) ?? new Set();
    if (unit.parentId !== null) of.add(unit.parentId);
    parents.set(unit.unitId, of);
  }
  const told = new Set<string>();
  return rows.flatMap(({ line, unit }) => {
    if (told.has(unit.unitId)) return [];
    const circle = circleFrom(unit.unitId, parents);
    if (circle === null) return [];
    for (const id of circle) told.add(id);
    return [`${line}: parent_id: the parents run in a circle: ${circle.join(' → ')}`];
  });
}

/** The way from a unit over its parents back to itself, shortest first; null where there is none. */
function circleFrom(start: string, parents: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const parent of parents.get(way.at(-1)!) ?? []) {
      if (parent === start) return [...way, parent];
      if (seen.has(parent)) continue;
      seen.add(parent);
      ways.push([...way, parent]);
    }
  }
  return null;
}

function overlaps(rows: readonly PlacedUnit[]): string[] {
  const byUnit = new Map<string, PlacedUnit[]>();
  for (const row of rows) {
    const earlier = byUnit.get(row.unit.unitId);
    if (earlier === undefined) byUnit.set(row.unit.unitId, [row]);
    else earlier.push(row);
  }
  return [...byUnit.values()].flatMap((same) =>
    same.flatMap((row, index) => {
      const other = same.slice(0, index).find((earlier) => overlap(earlier.unit, row.unit));
      if (other === undefined) return [];
      const dates = `${span(row.unit)} overlaps ${span(other.unit)} of line ${other.line}`;
      return [
        `${row.line}: unit_id: "${row.unit.unitId}" is there twice at one time: ${dates}; set valid_to and valid_from`,
      ];
    }),
  );
}

/** Both ends of a span count, so a unit renamed on a day ends the day before. */
function overlap(a: UnitRecord, b: UnitRecord): boolean {
  const startsInTime = a.validFrom === null || b.validTo === null || a.validFrom <= b.validTo;
  return startsInTime && (b.validFrom === null || a.validTo === null || b.validFrom <= a.validTo);
}

function span(unit: UnitRecord): string {
  return `${unit.validFrom ?? '…'} to ${unit.validTo ?? '…'}`;
}
