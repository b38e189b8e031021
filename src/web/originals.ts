import sanitizeHtml from 'sanitize-html';
import { originalHtml } from '../jobs/original-view.js';
import { type DocumentRecord, documentRecord } from '../store/board/document-record.js';
import type { BoardContext } from './board.js';
import { errorPage } from './pages/error-page.js';
import { ORIGINAL_POLICY } from './security-headers.js';

/** GET /originals/:sha256/file: the bytes as they were served, only ever as a download. */
export async function originalFile(c: BoardContext): Promise<Response> {
  const record = await recordOf(c);
  if (!record) return noOriginal(c);
  const bytes = await c.get('board').archive.get(record.sha256);
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${record.sha256.slice(0, 16)}.${ENDINGS[record.mediaType] ?? 'bin'}"`,
    'Content-Security-Policy': ORIGINAL_POLICY,
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
}

/** GET /originals/:sha256/page: how the publisher laid it out, stripped of all that runs or loads, in a sandbox. */
export async function originalPage(c: BoardContext): Promise<Response> {
  const { database, archive } = c.get('board');
  const record = await recordOf(c);
  if (!record) return noOriginal(c);
  const original = { sha256: record.sha256, servedType: record.servedType };
  const html = await database.use((db) => originalHtml({ db, archive }, original));
  if (html === null) return c.redirect(`/originals/${record.sha256}/file`, 303);
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>原件 ${record.sha256.slice(0, 16)}</title>${FRAME_STYLE}${sanitize(html)}</html>`;
  return c.body(page, 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': ORIGINAL_POLICY,
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
}

function recordOf(c: BoardContext): Promise<DocumentRecord | null> {
  return c.get('board').database.use((db) => documentRecord(db, c.req.param('sha256') ?? ''));
}

function noOriginal(c: BoardContext) {
  return errorPage(c, 404, '没有这份原件', '存档中没有此 SHA-256 的文件。');
}

/** The sandbox would hold without it; two locks are better than one. */
function sanitize(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [
      ...sanitizeHtml.defaults.allowedTags,
      'center',
      'font',
      'u',
      's',
      'caption',
      'colgroup',
      'col',
    ],
    allowedAttributes: {
      '*': ['align', 'valign', 'width', 'height', 'style'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      col: ['span'],
      table: ['border', 'cellpadding', 'cellspacing'],
    },
    allowedStyles: {
      '*': { 'text-align': [/^\w+$/], 'font-weight': [/^\w+$/], 'text-indent': [/^[\d.]+(em|px|pt)$/] },
    },
    disallowedTagsMode: 'discard',
  });
}

const FRAME_STYLE =
  '<style>body{font:14px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:16px;color:#1b2430}table{border-collapse:collapse}td,th{border:1px solid #8793a1;padding:2px 6px}</style>';

const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/plain': 'txt',
  'application/pdf': 'pdf',
  'application/msword': 'doc',
};
