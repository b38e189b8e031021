-- Corrections that stand: of a document that is held, of a cell that reads as it did when the decision was made.
create view core.standing_correction as
select r.unit_id, r.report_id, c.document_sha256, c.indicator, c.applicant, t.form_table, t.part, c.value
from core.latest_correction c
join core.report r on r.document_sha256 = c.document_sha256
join core.form_slot s on s.indicator = c.indicator and coalesce(s.applicant, '') = c.applicant
join core.table_reading t
  on t.unit_id = r.unit_id and t.report_id = r.report_id and t.form_table = s.form_table
join core.cell_layout l on l.layout_id = t.layout_id
where not c.withdrawn
  and coalesce(substr(t.states, s.slot + 1, 1), 'n') <> '.'
  and c.raw = coalesce(t.exceptions -> s.slot::text ->> 'r', t.values[s.slot + 1]::text, '')
  and (c.table_no, c.row_no, c.column_no)
    = (t.table_no + l.places[s.slot * 3 + 1], l.places[s.slot * 3 + 2], l.places[s.slot * 3 + 3]);

-- Current reports whose figures are what counts: the correction where one stands, else what was reported. Corrections
-- are few: they are gathered once, by report. In a report of the form of 2014–2018 a corrected row counts in the series that
-- it goes on as, with the rows that are added to it (core.series_term).
create view core.counted_report as
select
  r.unit_id,
  r.report_id,
  r.document_sha256,
  r.report_year,
  r.since,
  r.collected_at,
  r.source_url,
  r.listed_on,
  r.parser_version,
  r.parsed_at,
  r.digest,
  r.readings,
  r.media_type,
  r.template,
  r.named_unit,
  r.named_year,
  r.title,
  r.published_on,
  r.period_from,
  r.period_to,
  r.outcome_set_id,
  r.control,
  r.identity,
  r.public_on,
  r.revised_at,
  coalesce(k.number, 0) as corrections,
  core.counted(k.figures, 'applications.new_received@total', r.new_received) as new_received,
  core.counted(k.figures, 'applications.new_received@natural_person', r.natural_person_received) as natural_person_received,
  core.counted(k.figures, 'applications.carried_in@total', r.carried_in) as carried_in,
  core.counted(k.figures, 'results.granted@total', r.granted) as granted,
  core.counted(k.figures, 'results.partially_granted@total', r.partially_granted) as partially_granted,
  core.counted(k.figures, 'results.denied.state_secret@total', r.denied_state_secret) as denied_state_secret,
  core.counted(k.figures, 'results.denied.law_prohibited@total', r.denied_law_prohibited) as denied_law_prohibited,
  core.counted(k.figures, 'results.denied.security_stability@total', r.denied_security_stability) as denied_security_stability,
  core.counted(k.figures, 'results.denied.third_party_rights@total', r.denied_third_party_rights) as denied_third_party_rights,
  core.counted(k.figures, 'results.denied.internal_affairs@total', r.denied_internal_affairs) as denied_internal_affairs,
  core.counted(k.figures, 'results.denied.process_information@total', r.denied_process_information) as denied_process_information,
  core.counted(k.figures, 'results.denied.enforcement_file@total', r.denied_enforcement_file) as denied_enforcement_file,
  core.counted(k.figures, 'results.denied.administrative_inquiry@total', r.denied_administrative_inquiry) as denied_administrative_inquiry,
  core.counted(k.figures, 'results.unable.not_held@total', r.unable_not_held) as unable_not_held,
  core.counted(k.figures, 'results.unable.creation_required@total', r.unable_creation_required) as unable_creation_required,
  core.counted(k.figures, 'results.unable.unclear_after_correction@total', r.unable_unclear_after_correction) as unable_unclear_after_correction,
  core.counted(k.figures, 'results.not_processed.petition_complaint@total', r.not_processed_petition_complaint) as not_processed_petition_complaint,
  core.counted(k.figures, 'results.not_processed.duplicate@total', r.not_processed_duplicate) as not_processed_duplicate,
  core.counted(k.figures, 'results.not_processed.public_publication@total', r.not_processed_public_publication) as not_processed_public_publication,
  core.counted(k.figures, 'results.not_processed.excessive_repeated@total', r.not_processed_excessive_repeated) as not_processed_excessive_repeated,
  core.counted(k.figures, 'results.not_processed.confirm_or_reissue@total', r.not_processed_confirm_or_reissue) as not_processed_confirm_or_reissue,
  core.counted(k.figures, 'results.other.correction_overdue@total', r.other_correction_overdue) as other_correction_overdue,
  core.counted(k.figures, 'results.other.fee_overdue@total', r.other_fee_overdue) as other_fee_overdue,
  core.counted(k.figures, 'results.other.miscellaneous@total', r.other_miscellaneous) as other_miscellaneous,
  core.counted(k.figures, 'results.other.total@total', r.other_reported_total) as other_reported_total,
  core.counted(k.figures, 'results.total@total', r.results_total) as results_total,
  core.counted(k.figures, 'applications.carried_out@total', r.carried_out) as carried_out,
  core.counted(k.figures, 'review.corrected@', r.review_corrected) as review_corrected,
  core.counted(k.figures, 'review.pending@', r.review_pending) as review_pending,
  core.counted(k.figures, 'review.total@', r.review_total) as review_total,
  core.counted(k.figures, 'litigation.direct.corrected@', r.direct_corrected) as direct_corrected,
  core.counted(k.figures, 'litigation.direct.pending@', r.direct_pending) as direct_pending,
  core.counted(k.figures, 'litigation.direct.total@', r.direct_total) as direct_total,
  core.counted(k.figures, 'litigation.after_review.corrected@', r.after_review_corrected) as after_review_corrected,
  core.counted(k.figures, 'litigation.after_review.pending@', r.after_review_pending) as after_review_pending,
  core.counted(k.figures, 'litigation.after_review.total@', r.after_review_total) as after_review_total,
  core.counted(k.figures, 'stats.litigation.corrected@', r.undivided_litigation_corrected) as undivided_litigation_corrected,
  core.counted(k.figures, 'stats.litigation.total@', r.undivided_litigation_total) as undivided_litigation_total,
  core.counted(k.figures, 'proactive.licensing.decisions@', r.licensing_decisions) as licensing_decisions,
  core.counted(k.figures, 'proactive.penalty.decisions@', r.penalty_decisions) as penalty_decisions,
  core.counted(k.figures, 'proactive.coercion.decisions@', r.coercion_decisions) as coercion_decisions,
  core.counted(k.figures, 'proactive.normative.issued@', r.normative_issued) as normative_issued,
  core.counted(k.figures, 'proactive.normative.repealed@', r.normative_repealed) as normative_repealed,
  core.counted(k.figures, 'proactive.normative.in_force@', r.normative_in_force) as normative_in_force,
  core.counted(k.figures, 'proactive.fees.amount@', r.fees_amount) as fees_amount,
  core.counted(k.figures, 'proactive.procurement.amount@', r.procurement_amount) as procurement_amount
from core.current_report r
left join (
  select c.unit_id, c.report_id, c.number, c.figures || coalesce(before.figures, '{}') as figures
  from (
    select unit_id, report_id, count(*)::integer as number,
      jsonb_object_agg(indicator || '@' || applicant, value) as figures
    from core.standing_correction
    group by unit_id, report_id
  ) c
  left join lateral (
    select jsonb_object_agg(series || case when by_applicant then '@total' else '@' end, total) as figures
    from (
      select e.series, e.by_applicant, case when count(cell.value) = t.terms then sum(cell.value) end as total
      from core.report q
      join core.table_reading b on b.unit_id = q.unit_id and b.report_id = q.report_id
        and b.form_table = 't2014.statistics' and b.part = 0
      join core.form_slot s on s.form_table = b.form_table
      join core.series_term t on t.form_table = s.form_table and t.indicator = s.indicator
      join core.series e on e.series = t.series
      cross join lateral (
        select case when c.figures ? (s.indicator || '@') then (c.figures ->> (s.indicator || '@'))::numeric
          else coalesce((b.exceptions -> s.slot::text ->> 'v')::numeric, b.values[s.slot + 1]) end as value
      ) cell
      where q.unit_id = c.unit_id and q.report_id = c.report_id and q.template = 't2014'
        and split_part(t.series, '.', 1) in ('applications', 'results', 'review')
      group by e.series, e.by_applicant, t.terms
    ) term
  ) before on true
) k on k.unit_id = r.unit_id and k.report_id = r.report_id;
