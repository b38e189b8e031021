/** Puts a report in order on paper: headings, paragraphs and the three tables, without a file format. */
import { applicationsTable, courtTable, proactiveTable } from './layout-tables.js';
import { statisticsTable } from './statistics-table.js';
import type { Heading, ReportTruth, SectionTruth } from './truth.js';

export interface Layout {
  readonly title: string;
  readonly blocks: readonly LayoutBlock[];
}

export type LayoutBlock =
  | ({ readonly kind: 'heading'; readonly level: 1 | 2 } & Heading)
  | { readonly kind: 'paragraph'; readonly text: string; readonly align?: 'right' }
  | LayoutTable;

export interface LayoutTable {
  readonly kind: 'table';
  readonly subject: 'proactive' | 'applications' | 'review_litigation' | 'statistics';
  /** Columns of the grid. */
  readonly columns: number;
  readonly rows: readonly (readonly LayoutCell[])[];
}

/** A printed cell; cells that a row or column span covers are absent. */
export interface LayoutCell {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Key of the figure that it prints (`figureKey`); null in labels. */
  readonly figure: string | null;
}

export interface LayoutOptions {
  /**
   * Value columns of table 二 in the 2019 form: data rows merged like the header (`aligned`), or otherwise
   * (`shifted`), as some published reports have it.
   */
  readonly proactiveGrid?: 'aligned' | 'shifted';
  /** Unit and date at the end; true unless told otherwise. */
  readonly signed?: boolean;
}

/** Lays a report out as in the official form. */
export function makeLayout(truth: ReportTruth, options: LayoutOptions = {}): Layout {
  const body = truth.sections.flatMap((section) => layoutSection(truth, section, options));
  const signature: LayoutBlock[] = [
    { kind: 'paragraph', text: truth.unit.county + truth.unit.name, align: 'right' },
    { kind: 'paragraph', text: chineseDate(truth.publishedOn), align: 'right' },
  ];
  return { title: truth.title, blocks: options.signed === false ? body : [...body, ...signature] };
}

function layoutSection(truth: ReportTruth, section: SectionTruth, options: LayoutOptions): LayoutBlock[] {
  const heading: LayoutBlock[] =
    section.heading.words === '' ? [] : [{ kind: 'heading', level: 1, ...section.heading }];
  const text = section.paragraphs.map(
    (paragraph): LayoutBlock =>
      paragraph.kind === 'prose'
        ? { kind: 'paragraph', text: paragraph.text }
        : { kind: 'heading', level: 2, number: paragraph.number, words: paragraph.words },
  );
  return [...heading, ...text, ...layoutTable(truth, section, options)];
}

function layoutTable(truth: ReportTruth, section: SectionTruth, options: LayoutOptions): LayoutTable[] {
  if (truth.template === 't2014') return section.code === 'other' ? [statisticsTable(truth.figures)] : [];
  if (section.code === 'proactive')
    return [proactiveTable(truth.figures, truth.table2, options.proactiveGrid ?? 'aligned')];
  if (section.code === 'applications') return [applicationsTable(truth.figures, truth.table3)];
  if (section.code === 'review_litigation') return [courtTable(truth.figures)];
  return [];
}

/** 2021-01-25 → 2021年1月25日 */
function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
