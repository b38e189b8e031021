-- A page that is looked at every day for years says the same every day. Of looks in a row with the same outcome the first
-- and the last are kept, and so of readings of a list; the last says how many it stands for. Rows of before stay.

-- This look and those before it that came to the same, back to the row before.
alter table raw.fetch add column looks integer not null default 1;
alter table raw.crawl add column readings integer not null default 1;
