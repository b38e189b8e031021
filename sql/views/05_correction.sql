-- The decision that counts for each cell.
create view core.latest_correction as
select distinct on (document_sha256, indicator, applicant) *
from core.correction
order by document_sha256, indicator, applicant, corrected_at desc;
