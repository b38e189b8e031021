import type { CsvRecord } from './csv-table.js';

export type FigureRecord = CsvRecord;
/** All figures of one unit and year; none where there is no report. */
export type ReportFigures = readonly FigureRecord[];
/** A row of changes.csv by column name. */
export type Change = Readonly<Record<string, string>>;

/** What changed in the figures of one unit and year: cells added, changed or gone, each with the reason. */
export function changesOfReport(old: ReportFigures, now: ReportFigures): Change[] {
  const before = keyed(old);
  const after = keyed(now);
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key) => {
    const was = before.get(key) ?? null;
    const is = after.get(key) ?? null;
    if (was && is && COMPARED.every((name) => was[name] === is[name])) return [];
    const change = !was ? 'added' : !is ? 'gone' : 'changed';
    return [describe(change, was, is, whyOf(was ?? old[0] ?? null, is ?? now[0] ?? null))];
  });
}

/** A document may print a cell twice. */
function keyed(figures: ReportFigures): Map<string, FigureRecord> {
  const records = new Map<string, FigureRecord>();
  for (const figure of figures) {
    const key = `${figure.indicator}@${figure.applicant}`;
    let again = 0;
    while (records.has(`${key}#${again}`)) again++;
    records.set(`${key}#${again}`, figure);
  }
  return records;
}

/** Of several reasons the one that comes first in the life of a figure. Null: no report. */
function whyOf(was: FigureRecord | null, is: FigureRecord | null): keyof typeof WHY_ZH {
  if (!was) return 'new_report';
  if (!is) return 'report_gone';
  if (was.document_sha256 !== is.document_sha256) return 'revised';
  if (was.parser_version !== is.parser_version && was.reported_value !== is.reported_value) return 'parser';
  if (was.corrected_at !== is.corrected_at || was.value !== is.value) return 'correction';
  return was.parser_version === is.parser_version ? 'unexplained' : 'parser';
}

function describe(
  change: 'added' | 'changed' | 'gone',
  was: FigureRecord | null,
  is: FigureRecord | null,
  why: keyof typeof WHY_ZH,
): Change {
  const { report_year, unit_id, indicator, applicant } = (is ?? was)!;
  const prefixed = (prefix: string, record: FigureRecord | null) =>
    Object.entries(record ?? {}).map(([name, value]) => [`${prefix}_${name}`, value] as const);
  return {
    change,
    why,
    why_zh: WHY_ZH[why],
    report_year: report_year!,
    unit_id: unit_id!,
    indicator: indicator!,
    applicant: applicant!,
    ...Object.fromEntries([...prefixed('old', was), ...prefixed('new', is)]),
  };
}

export const COMPARED = ['value', 'reported_value', 'raw', 'state', 'unit'] as const;

const WHY_ZH = {
  new_report: '新入库的年报',
  report_gone: '年报已不在（改归其他单位或年度，或已移除）',
  revised: '发布单位改版：原始文件不同',
  parser: '解析版本不同',
  correction: '人工更正（或撤回）',
  unexplained: '原始文件、解析版本、更正均相同，须查明',
} as const;
