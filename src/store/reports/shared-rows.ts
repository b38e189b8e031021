import type { Database, Transaction } from '../postgres/database.js';
import type { OutcomeSet } from './outcome-set.js';
import type { ReportRows } from './report-rows.js';

/**
 * Stores what many reports share: geometries and outcomes of checks. Both are named by their content, few, and never
 * change: one that was seen committed isn't sent again. Call rememberSharedRows after the commit.
 */
export async function saveSharedRows(
  db: Database,
  tx: Transaction,
  rows: readonly ReportRows[],
): Promise<void> {
  await saveLayouts(
    tx,
    rows.flatMap((row) => row.layouts).filter(({ layoutId }) => !isKnown(db, layoutId)),
  );
  await saveOutcomeSets(
    tx,
    rows.map((row) => row.outcomes).filter(({ id }) => !isKnown(db, id)),
  );
}

export function rememberSharedRows(db: Database, rows: readonly ReportRows[]): void {
  const known = KNOWN.get(db) ?? new Set<string>();
  KNOWN.set(db, known);
  for (const { layouts, outcomes } of rows) {
    for (const { layoutId } of layouts) known.add(layoutId);
    known.add(outcomes.id);
  }
}

export async function saveOutcomeSets(tx: Transaction, sets: readonly OutcomeSet[]): Promise<void> {
  if (sets.length === 0) return;
  const values = inOrder(sets, ({ id }) => id).map(({ id, outcomes }) => ({
    outcome_set_id: id,
    outcomes: JSON.stringify(outcomes),
  }));
  await tx.kysely
    .insertInto('core.outcome_set')
    .values(values)
    .onConflict((c) => c.doNothing())
    .execute();
}

async function saveLayouts(tx: Transaction, layouts: ReportRows['layouts']): Promise<void> {
  if (layouts.length === 0) return;
  const values = inOrder(layouts, ({ layoutId }) => layoutId).map(({ layoutId, formTable, places }) => ({
    layout_id: layoutId,
    form_table: formTable,
    places: [...places],
  }));
  await tx.kysely
    .insertInto('core.cell_layout')
    .values(values)
    .onConflict((c) => c.doNothing())
    .execute();
}

/** Each once, in the order of their ids, so that two loaders never wait for each other in a circle. */
function inOrder<T>(items: readonly T[], idOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [idOf(item), item]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, item]) => item);
}

function isKnown(db: Database, id: string): boolean {
  return KNOWN.get(db)?.has(id) ?? false;
}

const KNOWN = new WeakMap<Database, Set<string>>();
