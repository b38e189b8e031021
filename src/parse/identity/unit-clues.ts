import type { Document } from '../../model/document.js';
import { type Clue, passage } from './clue.js';
import type { PageLine, PageLines } from './page-lines.js';
import { unitInSignature } from './unit-name.js';

/** 由…编制, in the preamble. */
export function compilers({ article }: PageLines): Clue[] {
  return article.slice(0, PREAMBLE_LINES).flatMap(({ text, block }) => {
    const name = unitInSignature(COMPILED.exec(text)?.[1] ?? '');
    return name ? [unit(name, 'text', '编制', block, text)] : [];
  });
}

/** 发布机构 as the page's metadata, furniture or tables give it: often the county, so it is the last resort. */
export function publishers({ metadata, blocks }: Document, { article, furniture }: PageLines): Clue[] {
  const printed = (lines: readonly PageLine[], source: Clue['source']): Clue[] =>
    lines.flatMap(({ text, block }) => {
      const match = PUBLISHER.exec(text);
      const name = unitInSignature(match?.[2] ?? '');
      return name ? [unit(name, source, match![1]!, block, text)] : [];
    });
  const fromMetadata = metadata.flatMap(({ name, value }): Clue[] => {
    const said = META_NAMES.has(name) ? unitInSignature(value) : null;
    return said ? [unit(said, 'metadata', name, null, value)] : [];
  });
  return [
    ...printed(furniture, 'page'),
    ...printed(article.slice(0, PREAMBLE_LINES), 'text'),
    ...inTables(blocks),
    ...fromMetadata,
  ];
}

/** 发布机构 | 某镇人民政府: the cell after the label. */
function inTables(blocks: Document['blocks']): Clue[] {
  return blocks.flatMap((block, place): Clue[] => {
    if (block.kind !== 'table') return [];
    const cells = block.rows.slice(0, METADATA_ROWS).flat();
    return cells.flatMap(({ text }, at): Clue[] => {
      const label = LABEL_CELL.exec(text.replace(/\s+/g, ''))?.[1];
      const name = label ? unitInSignature(cells[at + 1]?.text ?? '') : null;
      return name ? [unit(name, 'table', label!, place, `${text} ${name}`)] : [];
    });
  });
}

function unit(
  value: string,
  source: Clue['source'],
  label: string,
  block: number | null,
  text: string,
): Clue {
  return { field: 'unit', value, source, label, block, text: passage(text, value) };
}

const PREAMBLE_LINES = 12;
const METADATA_ROWS = 12;
const COMPILED = /由([^，。、；：\s]{3,40}?)(?:负责)?(?:编制|编写|组织编制)/;
const PUBLISHER =
  /(发布机构|发布单位|发布机关|公开主体|公开机构|信息来源|来源)\s*[:：]\s*([^\s\d，。|]{3,40})/;
const LABEL_CELL = /^(发布机构|发布单位|发布机关|公开主体|公开机构|信息来源)[:：]?$/;
const META_NAMES: ReadonlySet<string> = new Set(['contentsource', 'publisher', 'author']);
