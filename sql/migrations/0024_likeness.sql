-- How like a report's prose is to the unit's own of the year before, and to that of the likest sibling: Jaccard of
-- 5-grams, from 0 to 1. Filled by the next check; null: not compared.
alter table core.unit_year_checks
  add column likeness_previous numeric(7, 6),
  add column likeness_sibling numeric(7, 6);
