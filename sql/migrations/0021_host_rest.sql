-- A row says until when a host asked to be left alone (Retry-After). Every process heeds it, whichever was told; of two
-- the longer counts.
create table ops.host_rest (
  host text primary key,
  until timestamptz not null,
  -- 'wait': short enough to wait for with the work in hand; 'leave': nothing more is asked there until then.
  kind text not null check (kind in ('wait', 'leave')),
  -- In a row, at the process that wrote it down.
  failures integer not null,
  why text not null
);
