import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../postgres/database.js';
import { fetchRows } from './fetch-rows.js';
import type { Paged } from './paged-views.js';

/** Conditions on a relation `v` that, one after the other, take some units of a paged view, in the order of its rows. */
export function pagesOf(
  tx: Transaction,
  { of, by }: Paged,
  conditions: RawBuilder<unknown>,
): AsyncIterable<RawBuilder<unknown>> {
  return PAGES[by](tx, of, conditions);
}

const PAGES: Readonly<Record<Paged['by'], (...args: PageArguments) => AsyncGenerator<RawBuilder<unknown>>>> =
  {
    async *year(tx, of, conditions) {
      const reports = sql`select v.report_year::text, v.unit_id from ${of} v
      where ${conditions} order by v.report_year, v.unit_id collate "C"`.compile(tx.kysely);
      for await (const page of fetchRows<[string, string]>(tx, CURSOR, reports, PAGE_REPORTS)) {
        for (const year of new Set(page.map(([reportYear]) => reportYear))) {
          const units = page.filter(([reportYear]) => reportYear === year).map(([, unitId]) => unitId);
          yield sql`v.report_year = ${Number(year)}::int and v.unit_id = any(${units}::text[])`;
        }
      }
    },
    async *unit(tx, of, conditions) {
      const held = sql`select distinct v.unit_id collate "C" from ${of} v
      where ${conditions} order by 1`.compile(tx.kysely);
      for await (const page of fetchRows<[string]>(tx, CURSOR, held, PAGE_UNITS)) {
        yield sql`${conditions} and v.unit_id = any(${page.flat()}::text[])`;
      }
    },
  };

type PageArguments = [tx: Transaction, of: RawBuilder<unknown>, conditions: RawBuilder<unknown>];

const CURSOR = 'nianbao_pages';
const PAGE_REPORTS = 100;
/** Each with all its years. */
const PAGE_UNITS = 20;
