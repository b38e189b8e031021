import { FORM_TABLES } from '../../catalogue/forms.js';
import { INDICATORS } from '../../catalogue/indicators.js';
import { NARRATIVE_SUBJECTS } from '../../catalogue/narrative-subjects.js';
import type { Transaction } from './database.js';
import { gradeRows, seriesRows, termRows } from './series-tables.js';
import { digestOfTexts } from './sql-files.js';

/** Writes the catalogue's indicators, form slots and narrative subjects into the reference tables, if they differ from what was written last. */
export async function fillCatalogueTables(
  tx: Transaction,
  ifChanged: (digest: string, fill: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const indicators = INDICATORS.map((indicator, ordinal) => ({
    indicator: indicator.code,
    ordinal,
    label_zh: indicator.labelZh,
    unit: indicator.unit,
    type: indicator.type,
    templates: [...indicator.templates],
    comparability: indicator.comparability,
    basis: indicator.basis,
  }));
  const slots = FORM_TABLES.flatMap((table) =>
    table.cells.map(({ slot, indicator, applicant }) => ({
      form_table: table.id,
      slot,
      indicator,
      applicant,
    })),
  );
  const subjects = NARRATIVE_SUBJECTS.map(({ no, code, labelZh }) => ({
    no,
    subject: code,
    label_zh: labelZh,
  }));
  const series = { rows: seriesRows(), terms: termRows(), grades: gradeRows() };
  await ifChanged(digestOfTexts([JSON.stringify([indicators, slots, subjects, series])]), async () => {
    await tx.kysely.deleteFrom('core.indicator').execute();
    await tx.kysely.insertInto('core.indicator').values(indicators).execute();
    await tx.kysely.deleteFrom('core.form_slot').execute();
    await tx.kysely.insertInto('core.form_slot').values(slots).execute();
    await tx.kysely.deleteFrom('core.narrative_subject').execute();
    await tx.kysely.insertInto('core.narrative_subject').values(subjects).execute();
    await tx.kysely.deleteFrom('core.series').execute();
    await tx.kysely.insertInto('core.series').values(series.rows).execute();
    await tx.kysely.deleteFrom('core.series_term').execute();
    await tx.kysely.insertInto('core.series_term').values(series.terms).execute();
    await tx.kysely.deleteFrom('core.series_grade').execute();
    await tx.kysely.insertInto('core.series_grade').values(series.grades).execute();
  });
}
