import type { CompiledQuery } from 'kysely';
import type { Transaction } from '../postgres/database.js';

/** The rows of a query as arrays, `count` at a time, from a cursor of that name; the next are fetched while these are used. */
export async function* fetchRows<Row>(
  { client }: Transaction,
  cursor: string,
  { sql: text, parameters }: CompiledQuery,
  count: number,
): AsyncGenerator<Row[]> {
  await client.query(`declare ${cursor} no scroll cursor for ${text}`, parameters);
  const fetch = () => client.queryOne<Row>(`fetch ${count} from ${cursor}`, { rowMode: 'array' });
  let next = fetch();
  try {
    for (;;) {
      const { rows } = await next;
      if (rows.length === 0) break;
      next = fetch();
      yield rows;
    }
  } finally {
    await next.catch(() => {});
  }
  await client.execute(`close ${cursor}`);
}
