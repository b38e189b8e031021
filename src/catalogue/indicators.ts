import type { TemplateId } from '../model/extraction.js';
import type { FormColumn, FormRow, FormTable, Indicator } from '../model/form.js';
import { FORM_TABLES } from './forms.js';

function listIndicators(): Indicator[] {
  const byCode = new Map<string, Indicator>();
  for (const table of FORM_TABLES) {
    for (const cell of table.cells) {
      const templates: readonly TemplateId[] = table.template ? [table.template] : ['t2019', 't2021'];
      const known = byCode.get(cell.indicator);
      if (known) {
        byCode.set(cell.indicator, { ...known, templates: [...new Set([...known.templates, ...templates])] });
      } else {
        const row = table.rows.find((r) => r.key === cell.rowKey)!;
        const column = table.columns.find((c) => c.key === cell.columnKey)!;
        byCode.set(cell.indicator, describe(cell.indicator, table, row, column, templates));
      }
    }
  }
  return [...byCode.values()];
}

function describe(
  code: string,
  table: FormTable,
  row: FormRow,
  column: FormColumn,
  templates: readonly TemplateId[],
): Indicator {
  const rowSaysAll = table.subject === 'applications' || table.subject === 'statistics';
  const path = rowSaysAll ? row.path : [...row.path, ...column.path];
  const unit = row.unit ?? UNIT_BY_CODE.get(code) ?? UNIT_BY_COLUMN[column.key];
  return {
    code,
    labelZh: path.map((label) => label.text).join(' / '),
    unit: unit ?? (code === UNPRINTED_UNIT ? null : '件'),
    type: row.unit === '万元' ? 'decimal' : (TYPE_BY_COLUMN[column.key] ?? 'int'),
    templates,
    comparability: gradeOf(code),
    basis: ARTICLES[code] ?? null,
  };
}

function gradeOf(code: string): Indicator['comparability'] {
  if (CLOSE_TO_2019.has(code)) return 'B';
  if (NOT_COMPARABLE.some((pattern) => pattern.test(code))) return 'C';
  return CLOSE.has(code) ? 'B' : 'A';
}

/** Units by column of 表二; every other cell counts 件. */
const UNIT_BY_COLUMN: Readonly<Record<string, string>> = {
  items_prev_year: '项',
  items_change: '项',
  projects: '项',
};

const UNIT_BY_CODE: ReadonlyMap<string, string> = new Map([['proactive.fees.amount', '万元']]);

/** 采购总金额 prints no unit in the form: the cell or its header says. */
const UNPRINTED_UNIT = 'proactive.procurement.amount';

const TYPE_BY_COLUMN: Readonly<Record<string, Indicator['type']>> = {
  items_change: 'signed_int',
  amount: 'decimal',
};

/** Spec §2.8: no one series over 2019 and 2021. 行政事业性收费 was a count of items, then an amount. */
const NOT_COMPARABLE: readonly RegExp[] = [
  /\.(items_prev_year|items_change|disclosed_total|in_force|newly_disclosed|repealed)$/,
  /^proactive\.(other_services|fees|procurement)\./,
  /^stats\./,
];

/** Rows of the 2014 table that go on, with a break, as rows of the 2019 forms (spec §2.8, column 14↔19). */
const CLOSE_TO_2019: ReadonlySet<string> = new Set(
  [
    ...[
      'applications.received',
      'closed.total',
      'replies.total',
      'replies.granted',
      'replies.already_public',
    ],
    ...['replies.partially_granted', 'replies.denied.state_secret', 'replies.denied.trade_secret'],
    ...['replies.denied.privacy', 'replies.denied.security_stability', 'replies.not_own_competence'],
    ...['replies.not_existing', 'proactive.normative_issued', 'proactive.normative_disclosed'],
    ...['review', 'litigation'].flatMap((court) =>
      ['total', 'upheld', 'corrected', 'other'].map((outcome) => `${court}.${outcome}`),
    ),
  ].map((row) => `stats.${row}`),
);

/** 制作 (2019) and 制发 (2021) are close. */
const CLOSE: ReadonlySet<string> = new Set([
  'proactive.rules.newly_made',
  'proactive.normative.newly_made',
  'proactive.rules.issued',
  'proactive.normative.issued',
]);

/** 《政府信息公开条例》（国务院令第711号）, the articles that a row counts (spec §2.4). */
const ARTICLES: Readonly<Record<string, string>> = {
  'applications.new_received': '条例第二十七至三十一条',
  'applications.carried_in': '条例第三十三条',
  'results.granted': '条例第三十六条第（一）（二）项',
  'results.partially_granted': '条例第三十七条',
  'results.denied.state_secret': '条例第十四条',
  'results.denied.law_prohibited': '条例第十四条',
  'results.denied.security_stability': '条例第十四条',
  'results.denied.third_party_rights': '条例第十五、三十二条',
  'results.denied.internal_affairs': '条例第十六条第一款',
  'results.denied.process_information': '条例第十六条第二款',
  'results.denied.enforcement_file': '条例第十六条第二款',
  'results.denied.administrative_inquiry': '条例第三十六条第（七）项',
  'results.unable.not_held': '条例第三十六条第（四）（五）项',
  'results.unable.creation_required': '条例第三十八条',
  'results.unable.unclear_after_correction': '条例第三十条',
  'results.not_processed.petition_complaint': '条例第三十九条第一款',
  'results.not_processed.duplicate': '条例第三十六条第（六）项',
  'results.not_processed.public_publication': '条例第三十九条第二款',
  'results.not_processed.excessive_repeated': '条例第三十五条',
  'results.other.correction_overdue': '条例第三十条',
  'results.other.fee_overdue': '条例第四十二条',
  'applications.carried_out': '条例第三十三条',
};

/**
 * Every indicator of the form tables, defined once: code, Chinese label, unit, type, forms, comparability, basis.
 * Labels follow from the form tables; what a label can't say stands in the tables above.
 */
export const INDICATORS: readonly Indicator[] = listIndicators();

export const INDICATOR_BY_CODE: ReadonlyMap<string, Indicator> = new Map(INDICATORS.map((i) => [i.code, i]));
