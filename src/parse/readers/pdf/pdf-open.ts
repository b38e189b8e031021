import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadError } from '../read-error.js';
import { checkStreams } from './pdf-integrity.js';
import { CountingPort } from './pdf-port.js';

/** The library, loaded when the first PDF comes: most documents are web pages. */
export const loadPdfLibrary = () => import('pdfjs-dist/legacy/build/pdf.mjs');

/**
 * Opens a PDF in this thread, without scripts, network or system fonts, and gives it to `use`. Damage is an error,
 * never a page with half its content.
 * @throws ReadError
 */
export async function withPdf<T>(bytes: Buffer, use: (document: PDFDocumentProxy) => Promise<T>): Promise<T> {
  if (!bytes.subarray(-TAIL_BYTES).includes('%%EOF'))
    throw new ReadError('read/truncated', 'PDF 文件不完整（没有文件尾），可能下载中断；请重新取得原文件');
  checkStreams(bytes);
  const { getDocument } = await loadPdfLibrary();
  let giveUp = (): void => {};
  const limit = new Promise<never>((_, reject) => {
    giveUp = () => reject(new ReadError('read/too-large', 'PDF 文件的内容过多，未读取'));
  });
  const worker = await startWorker(() => giveUp());
  const task = getDocument({ ...OPTIONS, data: new Uint8Array(bytes), worker });
  const timer = setTimeout(giveUp, LONGEST_MS);
  try {
    return await Promise.race([limit, task.promise.then(checked).then(use)]);
  } catch (error) {
    throw error instanceof ReadError ? error : explain(error);
  } finally {
    clearTimeout(timer);
    await task.destroy();
    worker.destroy();
  }
}

/** The library's other half, in this thread too. */
async function startWorker(onTooMany: () => void): Promise<PDFWorker> {
  const { PDFWorker: Worker } = await loadPdfLibrary();
  // The module has no types, hence no literal.
  const { WorkerMessageHandler } = (await import(WORKER_MODULE)) as {
    readonly WorkerMessageHandler: { readonly initializeFromPort: (port: unknown) => void };
  };
  const port = new CountingPort(MOST_OPERATORS, onTooMany);
  WorkerMessageHandler.initializeFromPort(port);
  return new Worker({ port: port as never, verbosity: 0 });
}

function checked(document: PDFDocumentProxy): PDFDocumentProxy {
  if (document.numPages <= MOST_PAGES) return document;
  throw new ReadError('read/too-large', `PDF 文件有 ${document.numPages} 页，超过 ${MOST_PAGES} 页，未读取`);
}

/** What the library throws, in words that say what to do. */
function explain(error: unknown): ReadError {
  const { name = '', message = '' } = error as Partial<Error>;
  if (name === 'PasswordException')
    return new ReadError('read/encrypted', '文件已加密，请提供未加密的版本', { cause: error });
  if (/Image exceeded/.test(message))
    return new ReadError('read/too-large', 'PDF 文件中的图片过大，未读取', { cause: error });
  return new ReadError('read/damaged', `PDF 文件已损坏，不能完整读取；请重新取得原文件（${message}）`, {
    cause: error,
  });
}

/** Character maps of fonts that aren't embedded, as older Chinese PDFs have them, come with the library. */
const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const WORKER_MODULE: string = 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/** An A4 page scanned at 600 dots per inch has 35 million pixels. */
const MOST_IMAGE_PIXELS = 50_000_000;

const OPTIONS = {
  isEvalSupported: false,
  stopAtErrors: true,
  useWorkerFetch: false,
  useSystemFonts: false,
  disableFontFace: true,
  maxImageSize: MOST_IMAGE_PIXELS,
  cMapUrl: `${PACKAGE}/cmaps/`,
  standardFontDataUrl: `${PACKAGE}/standard_fonts/`,
  wasmUrl: `${PACKAGE}/wasm/`,
  verbosity: 0,
} as const;

/** The end of the file may be followed by what a server appends. */
const TAIL_BYTES = 4096;
const MOST_PAGES = 300;
/** A page of a report has some 3,000. */
const MOST_OPERATORS = 500_000;
/** A safeguard only, far from what any report takes: what a document says must not depend on the machine. */
const LONGEST_MS = 120_000;
