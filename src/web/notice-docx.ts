import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { CHECK_BY_ID } from '../catalogue/checks.js';
import { readBoard } from '../store/board/read-board.js';
import { unitWorkItems, type WorkItem } from '../store/board/worklist.js';
import type { BoardContext } from './board.js';
import { errorPage } from './pages/error-page.js';
import { textOf, yearOf } from './query.js';
import { withData } from './with-data.js';
import { checkZh, day } from './words.js';

/** GET /notice.docx: the 整改通知 to one unit: what was found, by what rule, to be signed by the office and sent. */
export async function noticeDocx(c: BoardContext): Promise<Response> {
  const unitId = textOf(c, 'unit') ?? '';
  const year = yearOf(c);
  const { heading, items } = await withData(c, async (data, db) => ({
    heading: data.units.get(unitId),
    items: await readBoard(db, (reader) => unitWorkItems(reader, unitId, year)),
  }));
  if (!heading) return errorPage(c, 404, '没有这个单位', '请从问题清单中选择单位。');
  const sent = toSend(items);
  if (sent.length === 0)
    return errorPage(
      c,
      404,
      '没有需要整改的问题',
      '该单位没有待整改的问题：已办结、有异议的和提示类的不列入通知；存疑的和读取方面的，认定属实或退回后才列入。',
    );
  const bytes = await Packer.toBuffer(noticeOf(heading.unitName, sent, day(new Date())));
  const name = `${heading.unitName}年报整改通知.docx`;
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'Content-Disposition': `attachment; filename="notice.docx"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}

/**
 * What was sent back; where nothing was yet, what was accepted and what surely failed. Hints, doubts and what the reader says
 * of itself are the office's own business until it has decided.
 */
function toSend(items: readonly WorkItem[]): WorkItem[] {
  const grave = items.filter(({ severity }) => severity !== 'info');
  const back = grave.filter(({ state }) => state === 'sent_back');
  return back.length > 0
    ? back
    : grave.filter(({ state, outcome }) => state === 'accepted' || (state === 'open' && outcome === 'fail'));
}

function noticeOf(unitName: string, items: readonly WorkItem[], today: string): Document {
  const years = [...new Set(items.map(({ year }) => year))].sort();
  return new Document({
    styles: { default: { document: { run: { font: '仿宋', size: 32 } } } },
    sections: [
      {
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 400 },
            children: [
              new TextRun({
                text: '关于政府信息公开工作年度报告的整改通知',
                bold: true,
                size: 44,
                font: '宋体',
              }),
            ],
          }),
          line(`${unitName}：`, false),
          line(
            `经核查你单位 ${years.join('、')} 年度政府信息公开工作年度报告的编制和发布情况，发现下列问题。请逐项核对原文与底数，确有错误的予以更正并重新发布，尚未发布的尽快发布；认为核查有误的，书面说明理由。`,
          ),
          tableOf(items),
          line('请于收到本通知之日起　　个工作日内完成整改，并将整改情况报送我办。'),
          line('联系人：　　　　　　联系电话：'),
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            spacing: { before: 600 },
            children: [new TextRun('（印章）')],
          }),
          new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(chineseDay(today))] }),
        ],
      },
    ],
  });
}

function line(text: string, indented = true): Paragraph {
  return new Paragraph({
    indent: { firstLine: indented ? 640 : 0 },
    spacing: { line: 560 },
    children: [new TextRun(text)],
  });
}

function tableOf(items: readonly WorkItem[]): Table {
  const rows = items.map((item, place) => [
    String(place + 1),
    String(item.year),
    checkZh(item.check),
    item.note && item.state === 'sent_back' ? `${item.message}\n整改要求：${item.note}` : item.message,
    CHECK_BY_ID.get(item.check)?.basis ?? '',
  ]);
  return new Table({
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...WIDTHS],
    layout: TableLayoutType.FIXED,
    rows: [HEADER, ...rows].map(
      (cells, place) =>
        new TableRow({
          tableHeader: place === 0,
          cantSplit: true,
          children: cells.map(
            (text, column) =>
              new TableCell({
                width: { size: WIDTHS[column]!, type: WidthType.DXA },
                children: small(text),
              }),
          ),
        }),
    ),
  });
}

function small(text: string): Paragraph[] {
  return text.split('\n').map((part) => new Paragraph({ children: [new TextRun({ text: part, size: 21 })] }));
}

function chineseDay(today: string): string {
  const [year, month, date] = today.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

const HEADER = ['序号', '年度', '问题', '情况', '依据'];
/** Twentieths of a point; together the width between the margins of an A4 page. */
const WIDTHS = [760, 900, 1500, 4166, 1700];
