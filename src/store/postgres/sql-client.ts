/** What the store needs of a connection, whichever database is behind it. */
export interface SqlClient {
  /** One statement with parameters. */
  query<R>(sql: string, parameters?: readonly unknown[]): Promise<SqlResult<R>>;
  /** One statement, by the extended protocol: text that holds several is refused by the database itself. */
  queryOne<R>(sql: string, options?: { readonly rowMode: 'array' }): Promise<SqlResult<R>>;
  /** Any number of statements without parameters: migrations and views. */
  execute(sql: string): Promise<void>;
  /** Rows in COPY's text format, UTF-8; none is nothing to do. */
  copy(table: string, columns: readonly string[], rows: Buffer): Promise<void>;
  release(): void;
}

export interface SqlResult<R> {
  readonly command: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'MERGE';
  readonly rowCount: number;
  readonly rows: R[];
  readonly columns: readonly string[];
}

export interface SqlPool {
  connect(): Promise<SqlClient>;
  end(): Promise<void>;
}

/** Object identifiers of types whose values the two drivers would give in different shapes (pg_type.oid). */
export const VALUE_PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  /** int8: a number where it is exact. */
  20: (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text),
  /** date: the day as written; a Date would be local midnight. */
  1082: (text) => text,
  /** numeric: digits as stored. */
  1700: (text) => text,
};
