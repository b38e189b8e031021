-- How an office weighs a check, from `checks:` of its sources file; without a row the check's own severity stands. Applied
-- in core.finding and mart.compliance, so that a change needs no new reading and what was judged stays as it was.
create table core.check_setting (
  check_id text primary key,
  severity text not null check (severity in ('blocker', 'error', 'warning', 'info', 'off'))
);

-- What only the place can say, from its sources file: key_work {"2023": [word, …]}, without_power {"street": ["coercion"]}.
create table core.local_rule (
  name text primary key,
  value jsonb not null
);
