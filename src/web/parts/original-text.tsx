import type { OriginalCell, OriginalPart, OriginalTable, OriginalView } from '../../jobs/original-view.js';
import { placeKey } from './cell-place.js';
import type { MarkedPlaces } from './marked-places.js';
import { MarkedText } from './marked-text.js';

interface Props {
  readonly view: OriginalView;
  readonly marked: MarkedPlaces;
  /** Cells of which a figure was read. */
  readonly claimed: ReadonlySet<string>;
}

/** The original's own words and tables, whatever its format was; cells are numbered as figures cite them. */
export function OriginalText({ view, marked, claimed }: Props) {
  return (
    <div class="original">
      {view.parts.map((part) => (
        <Part part={part} marked={marked} claimed={claimed} />
      ))}
      {view.around.length > 0 && (
        <details class="no-print">
          <summary>正文以外的页面文字（导航、页脚等，{view.around.length} 段）</summary>
          {view.around.map((text) => (
            <p>{text}</p>
          ))}
        </details>
      )}
    </div>
  );
}

function Part({ part, marked, claimed }: Omit<Props, 'view'> & { readonly part: OriginalPart }) {
  if (part.kind === 'table') return <PrintedTable table={part} marked={marked} claimed={claimed} />;
  if (part.text.trim() === '') return null;
  return (
    <p class={part.headingLevel || HEADING.test(part.text.trim()) ? 'heading' : undefined}>
      <MarkedText text={part.text} words={marked.texts} />
    </p>
  );
}

function PrintedTable({
  table: { table, rows },
  marked,
  claimed,
}: Omit<Props, 'view'> & { readonly table: OriginalTable }) {
  return (
    <table aria-label={`原文第 ${table + 1} 个表格`}>
      <tbody>
        {rows.map((cells) => (
          <tr>
            {cells.map((cell) => (
              <PrintedCell
                cell={cell}
                place={placeKey({ table, ...cell })}
                marked={marked}
                claimed={claimed}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PrintedCell({
  cell,
  place,
  marked,
  claimed,
}: Omit<Props, 'view'> & { cell: OriginalCell; place: string }) {
  const problem = marked.cells.get(place);
  const classes = [problem && `cell-${problem.kind}`, claimed.has(place) && 'cell-claimed'].filter(Boolean);
  return (
    <td
      id={`c-${place}`}
      data-cell={claimed.has(place) || problem ? place : undefined}
      class={classes.length > 0 ? classes.join(' ') : undefined}
      rowspan={cell.rowSpan > 1 ? cell.rowSpan : undefined}
      colspan={cell.columnSpan > 1 ? cell.columnSpan : undefined}
      title={problem?.messages.join('\n')}
    >
      {cell.text}
    </td>
  );
}

/** 一、…, （一）…: headings where the file itself doesn't say so. */
const HEADING = /^([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]).{0,40}$/;
