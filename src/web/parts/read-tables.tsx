import { FORM_TABLE_BY_ID } from '../../catalogue/forms.js';
import type { FormTable, LabelPath } from '../../model/form.js';
import type { ReportFigure } from '../../store/board/report-details.js';
import { applicantZh, reportPath, withQuery } from '../words.js';
import { placeKey } from './cell-place.js';
import type { MarkedPlaces } from './marked-places.js';

interface Props {
  /** Null where the figures are not stored and can't be corrected: a draft. */
  readonly unitId: string | null;
  readonly year: number;
  readonly figures: readonly ReportFigure[];
  readonly marked: MarkedPlaces;
}

/** What was read, in the shape of the national form. */
export function ReadTables({ figures, ...rest }: Props) {
  const tables = [...new Set(figures.map(({ formTable }) => formTable))];
  if (tables.length === 0) return <p class="empty">没有读出数据。原因见上方问题；原文见左侧。</p>;
  return (
    <div class="read">
      {tables.map((id) => (
        <FormGrid
          form={FORM_TABLE_BY_ID.get(id)}
          figures={figures.filter(({ formTable }) => formTable === id)}
          {...rest}
        />
      ))}
    </div>
  );
}

function FormGrid({ form, figures, ...rest }: Props & { readonly form: FormTable | undefined }) {
  if (!form) return null;
  const byCell = new Map(figures.map((figure) => [`${figure.indicator}@${figure.applicant ?? ''}`, figure]));
  const cellAt = (row: string, column: string) => {
    const cell = form.cells.find(({ rowKey, columnKey }) => rowKey === row && columnKey === column);
    return cell && byCell.get(`${cell.indicator}@${cell.applicant ?? ''}`);
  };
  return (
    <table>
      <caption>
        {SUBJECTS[form.subject]}（{form.template === null ? '各表式通用' : TEMPLATES[form.template]}）
      </caption>
      {form.rows.length === 1 ? (
        <tbody>
          {form.columns.map((column) => (
            <tr>
              <th scope="row">{nameOf(column.path)}</th>
              <FigureCell figure={cellAt(form.rows[0]!.key, column.key)} {...rest} />
            </tr>
          ))}
        </tbody>
      ) : (
        <Crossed form={form} cellAt={cellAt} {...rest} />
      )}
    </table>
  );
}

interface CrossedProps extends Omit<Props, 'figures'> {
  readonly form: FormTable;
  readonly cellAt: (row: string, column: string) => ReportFigure | undefined;
}

function Crossed({ form, cellAt, ...rest }: CrossedProps) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">项目</th>
          {form.columns.map(({ path }) => (
            <th scope="col">{short(path)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {form.rows.map((row) => (
          <tr>
            <th scope="row">{nameOf(row.path)}</th>
            {form.columns.map((column) => (
              <FigureCell figure={cellAt(row.key, column.key)} {...rest} />
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}

function FigureCell({
  figure,
  unitId,
  year,
  marked,
}: Omit<Props, 'figures'> & { readonly figure: ReportFigure | undefined }) {
  if (!figure) return <td class="none" />;
  const place = placeKey(figure);
  const problem = marked.cells.get(place);
  const classes = [
    `fig-${figure.state}`,
    problem && `cell-${problem.kind}`,
    figure.correctedBy && 'cell-corrected',
  ].filter(Boolean);
  const address =
    unitId === null
      ? `#c-${place}`
      : withQuery(`${reportPath(unitId, year)}/figure`, {
          indicator: figure.indicator,
          applicant: figure.applicant,
        });
  const who = figure.applicant === null ? '' : `，${applicantZh(figure.applicant)}`;
  const about = `${figure.labelZh}${who}：原文“${figure.raw}”${figure.state === 'number' ? '' : `（${STATES[figure.state]}）`}`;
  return (
    <td class={classes.join(' ')}>
      <a
        href={address}
        data-cell={place}
        data-about={unitId === null ? undefined : about}
        title={[about, ...(problem?.messages ?? [])].join('\n')}
        aria-label={about}
      >
        {shown(figure)}
      </a>
    </td>
  );
}

/** The correction, where one stands, beside what was reported; else what was printed. Blank stays blank. */
function shown({ raw, value, correctedBy }: ReportFigure) {
  if (correctedBy === null) return raw === '' ? '（空）' : raw;
  return (
    <>
      <ins>{value ?? '无数'}</ins> <del>{raw || '空'}</del>
    </>
  );
}

function nameOf(path: LabelPath): string {
  return path.map(({ text }) => text).join(' / ');
}

function short(path: LabelPath): string {
  return path.length > 2
    ? path
        .slice(1)
        .map(({ text }) => text)
        .join(' / ')
    : (path.at(-1)?.text ?? '');
}

const SUBJECTS: Readonly<Record<FormTable['subject'], string>> = {
  proactive: '表二 主动公开政府信息情况',
  applications: '表三 收到和处理政府信息公开申请情况',
  review_litigation: '表四 行政复议、行政诉讼情况',
  statistics: '统计表',
};

const TEMPLATES: Readonly<Record<string, string>> = {
  t2014: '2014 表式',
  t2019: '2019 表式',
  t2021: '2021 表式',
};

export const STATES: Readonly<Record<ReportFigure['state'], string>> = {
  number: '数字',
  annotated: '带单位或注释',
  blank: '空白，不当作 0',
  placeholder: '占位符，不当作 0',
  text: '文字',
  withheld: '含义不能确定，暂不采用',
};
