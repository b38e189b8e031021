-- Work that several processes share. The queue keeps its jobs in a schema of its own (src/store/job-queue.ts).

-- Which part of a run is being worked on; null where one process did it all, and when it is done.
alter table ops.run add column stage text;
-- What the sources file says of all its hosts, such as sites that the machine serves itself: later stages need it too.
alter table ops.run add column reach jsonb;
create index run_open on ops.run (started_at) where finished_at is null and stage is not null;

-- A row says that the schedule fired once, however many processes keep it.
create table ops.firing (
  firing text primary key,
  fired_at timestamptz not null default now()
);
