import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { ASSETS } from './assets.js';
import type { Board, BoardContext, BoardEnv } from './board.js';
import { correct } from './correct.js';
import { decide } from './decide.js';
import { failurePage } from './failure-page.js';
import { findingsXlsx } from './findings-xlsx.js';
import { guard } from './guard.js';
import { logIn, logOut } from './log-in.js';
import { noticeDocx } from './notice-docx.js';
import { originalFile, originalPage } from './originals.js';
import { comparePage } from './pages/compare-page.js';
import { errorPage } from './pages/error-page.js';
import { figurePage } from './pages/figure-page.js';
import { findingsPage } from './pages/findings-page.js';
import { loginPage } from './pages/login-page.js';
import { overviewPage } from './pages/overview-page.js';
import { reportPage } from './pages/report-page.js';
import { runsLive, runsPage } from './pages/runs-page.js';
import { searchPage } from './pages/search-page.js';
import { selfCheck, selfCheckPage } from './pages/self-check-page.js';
import { unitPage } from './pages/unit-page.js';
import { securityHeaders } from './security-headers.js';

type Handle = (c: BoardContext) => Response | Promise<Response>;

/** Every address of the board. A new page is a file and a line here. */
const PAGES: Readonly<Record<string, Handle>> = {
  '/': overviewPage,
  '/findings': findingsPage,
  '/reports/:unit/:year{[0-9]{4}}': reportPage,
  '/reports/:unit/:year{[0-9]{4}}/figure': figurePage,
  '/originals/:sha256{[0-9a-f]{64}}/page': originalPage,
  '/originals/:sha256{[0-9a-f]{64}}/file': originalFile,
  '/findings.xlsx': findingsXlsx,
  '/notice.docx': noticeDocx,
  '/units/:unit': unitPage,
  '/compare': comparePage,
  '/search': searchPage,
  '/self-check': selfCheckPage,
  '/runs': runsPage,
  '/runs/live': runsLive,
  '/login': (c) => loginPage(c),
  '/health': (c) => c.text('ok'),
};

const ACTIONS: Readonly<Record<string, Handle>> = {
  '/login': logIn,
  '/logout': logOut,
  '/decisions': decide,
  '/self-check': selfCheck,
  '/reports/:unit/:year{[0-9]{4}}/figure': correct,
};

/** A draft for 自查 is the largest that is sent. */
const LARGEST_FORM = 20 * 1024 * 1024;

export function createApp(board: Board): Hono<BoardEnv> {
  const app = new Hono<BoardEnv>();
  app.use(compress());
  app.use(securityHeaders);
  app.use(
    bodyLimit({
      maxSize: LARGEST_FORM,
      onError: (c) => c.text('提交的内容过大。草稿文件不得超过 20 MB。', 413),
    }),
  );
  app.use(guard(board));
  // Nothing that the database holds has a NUL in its name, and no query may ask for one.
  app.use(async (c, next) => (c.req.url.includes('%00') ? notFound(c) : next()));
  for (const { path, bytes, mediaType } of Object.values(ASSETS))
    app.get(path, (c) =>
      c.body(new Uint8Array(bytes), 200, {
        'Content-Type': mediaType,
        'Cache-Control': 'public, max-age=31536000, immutable',
      }),
    );
  for (const [path, handle] of Object.entries(PAGES)) app.get(path, handle);
  for (const [path, handle] of Object.entries(ACTIONS)) app.post(path, handle);
  app.notFound((c) => notFound(c));
  app.onError((error, c) => failurePage(c, error));
  return app;
}

function notFound(c: BoardContext) {
  return errorPage(c, 404, '没有这个页面', '地址可能有误，或所指的报告不存在。');
}
