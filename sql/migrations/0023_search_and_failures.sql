-- The numbers of single characters stand beside those of pairs: all reports are numbered anew by the next run.
truncate core.section_gram;

-- The addresses that failed last, for the board's page of runs: found without reading the whole log of requests.
create index fetch_failed on raw.fetch (fetched_at desc) where outcome = 'failed';
