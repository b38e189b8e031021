import { type RawBuilder, sql } from 'kysely';

/** Which units a page is about. */
export interface UnitFilter {
  readonly county?: string | undefined;
  readonly kind?: string | undefined;
  /** Part of a name. */
  readonly name?: string | undefined;
}

/** A condition on `mart.unit` under the alias u. */
export function unitsWhere({ county, kind, name }: UnitFilter): RawBuilder<boolean> {
  return sql<boolean>`(${county ?? null}::text is null or u.county = ${county ?? null})
    and (${kind ?? null}::text is null or u.unit_kind = ${kind ?? null})
    and (${name ?? null}::text is null or position(${name ?? null}::text in u.unit_name) > 0)`;
}
