-- Who signed a report, how to reach them, and every place of the document that says who and when:
-- {"s": [unit, day], "c": [phone, email, address, postcode],
--  "e": [[field, value, source, label, block, passage (null: the value itself), used], …]}; null before this migration.
alter table core.report add column identity jsonb;
