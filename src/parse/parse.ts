import type { Block, Document } from '../model/document.js';
import type { Extraction, TemplateId } from '../model/extraction.js';
import { findArticle, type Page } from './article.js';
import { readClaims } from './claims/read-claims.js';
import { identify } from './identity/identity.js';
import { notAReport } from './identity/not-a-report.js';
import { ReadError } from './readers/read-error.js';
import { READERS, type Reader } from './readers/readers.js';
import { sniff } from './readers/sniff.js';
import { findHeadings } from './sections/headings.js';
import { cutSections } from './sections/sections.js';
import { findAsideTables } from './tables/aside-tables.js';
import { toFigures } from './tables/figures.js';
import { type Grid, toGrid } from './tables/grid.js';
import { findLeftovers } from './tables/leftovers.js';
import { findLocalCells } from './tables/local-cells.js';
import { findMissingCells } from './tables/missing-cells.js';
import { findMissingTables } from './tables/missing-tables.js';
import { recognise } from './tables/recognise.js';
import { findTableImages } from './tables/table-images.js';
import type { TableReading } from './tables/table-reading.js';

/**
 * Bytes to figures: read → recognise → extract, with all that had to be decided as findings. Pure.
 * `servedType` is the Content-Type that came with the bytes, if any.
 * @throws ReadError when the document can't be read at all.
 */
export async function parseBytes(bytes: Buffer, servedType: string | null = null): Promise<Extraction> {
  return parseDocument(await read(bytes, servedType));
}

/** The same at once, for pages, .docx and text: their readers wait for nothing. */
export function parse(bytes: Buffer, servedType: string | null = null): Extraction {
  const document = read(bytes, servedType);
  if (!(document instanceof Promise)) return parseDocument(document);
  document.catch(() => {});
  throw new TypeError('this kind of file is not read at once: await parseBytes');
}

/** The report as paragraphs and tables, and the page around it: what people are shown, numbered as figures cite it. */
export async function readPage(bytes: Buffer, servedType: string | null = null): Promise<Page> {
  const document = await read(bytes, servedType);
  return findArticle(document, anchors(document, recognise(gridsOf(document))));
}

function read(bytes: Buffer, servedType: string | null): ReturnType<Reader> {
  if (bytes.length === 0) throw new ReadError('read/empty', '文件是空的，请重新取得原文件');
  return READERS[sniff(bytes)](bytes, servedType);
}

/** All that follows after reading; nothing here knows the file format. */
export function parseDocument(document: Document): Extraction {
  const grids = gridsOf(document);
  const readings = recognise(grids);
  const page = findArticle(document, anchors(document, readings));
  const { sections } = cutSections(page.article);
  const { identity, findings: doubts, headline } = identify(document, page);
  const { figures, findings } = figuresOf(readings, identity.year);
  const local = findLocalCells(grids, readings);
  const images = findTableImages(page.article, readings);
  const refusal = notAReport({ identity, sections, figures, headline, article: page.article });
  return {
    mediaType: document.mediaType,
    template: templateOf(readings),
    identity,
    sections,
    figures,
    localCells: local.cells,
    claims: readClaims(sections, identity.year),
    findings: [
      ...(refusal ? [refusal] : []),
      ...document.findings,
      ...doubts,
      ...findLeftovers(readings),
      ...findAsideTables(readings),
      ...local.findings,
      ...findMissingCells(readings),
      ...images,
      ...findMissingTables(sections, readings, identity.year, images),
      ...findings,
    ],
    outcomes: {},
  };
}

/** The figures of a document's tables, for a report of that year; a control reading comes here alone. */
export function readFigures(document: Document, reportYear: number | null): ReturnType<typeof toFigures> {
  return figuresOf(recognise(gridsOf(document)), reportYear);
}

function gridsOf({ blocks }: Document): readonly Grid[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [toGrid(block)] : []));
}

function figuresOf(
  readings: readonly TableReading[],
  reportYear: number | null,
): ReturnType<typeof toFigures> {
  return toFigures(
    readings.flatMap(({ claims }) => claims),
    reportYear,
  );
}

/** What certainly belongs to the report: its tables, and headings numbered 一、 that name a section. */
function anchors(document: Document, readings: readonly TableReading[]): Block[] {
  const tables = readings.filter(({ claims }) => claims.length > 0).map(({ grid }) => grid.table);
  const headings = findHeadings(document.blocks).filter(({ level, form }) => level === 1 && form);
  return [...tables, ...headings.map(({ block }) => document.blocks[block]!)];
}

/** The form of 表三, else of 表二, else of the statistics table (contract); tables are recognised one by one, and a report may mix forms. */
function templateOf(readings: readonly TableReading[]): TemplateId | null {
  for (const subject of ['applications', 'proactive', 'statistics'] as const) {
    const read = readings.filter(({ index, claims }) => index.form.subject === subject && claims.length > 0);
    const largest = read.reduce<TableReading | null>(
      (a, b) => (a && a.claims.length >= b.claims.length ? a : b),
      null,
    );
    if (largest?.index.form.template) return largest.index.form.template;
  }
  return null;
}
