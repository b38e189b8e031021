import type { Child } from 'hono/jsx';
import { isOpen } from './access.js';
import { ASSETS } from './assets.js';
import type { BoardContext } from './board.js';

export interface Crumb {
  readonly text: string;
  readonly href?: string;
}

interface LayoutProps {
  readonly c: BoardContext;
  readonly title: string;
  /** From below the overview to this page; not where the navigation leads by itself. */
  readonly crumbs?: readonly Crumb[];
  readonly children: Child;
}

/** The frame of every page: header, where one is, the page, who one is. */
export function Layout({ c, title, crumbs, children }: LayoutProps) {
  const session = c.get('session');
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · 政府信息公开年报核查`}</title>
        <link rel="stylesheet" href={ASSETS['board.css'].path} />
        <link rel="icon" href={ASSETS['icon.svg'].path} />
        <script src={ASSETS['board.js'].path} defer />
      </head>
      <body>
        <a class="skip" href="#main">
          跳到正文
        </a>
        <header class="top">
          <div class="top-inner">
            <a class="brand" href="/">
              政府信息公开年报核查
            </a>
            {session && <Navigation path={c.req.path} />}
            {session && <Who c={c} />}
          </div>
        </header>
        <div class="page">
          <nav class="crumbs" aria-label="所在位置">
            <ol>
              {crumbs && (
                <li>
                  <a href="/">总览</a>
                </li>
              )}
              {crumbs?.map(({ text, href }) => (
                <li>{href ? <a href={href}>{text}</a> : text}</li>
              ))}
              <li aria-current="page">{title}</li>
            </ol>
          </nav>
          <main id="main" tabindex={-1}>
            {children}
          </main>
        </div>
        <footer class="bottom">
          数据取自各单位公开发布的政府信息公开工作年度报告；原文如何印就如何记，意见另注。空白不等于零。
        </footer>
      </body>
    </html>
  );
}

function Navigation({ path }: { readonly path: string }) {
  return (
    <nav class="main-nav" aria-label="主导航">
      {SECTIONS.map(({ href, text }) => (
        <a href={href} aria-current={isIn(path, href) ? 'page' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}

function isIn(path: string, href: string): boolean {
  if (href === '/') return path === '/' || path.startsWith('/units') || path.startsWith('/reports');
  return path.startsWith(href);
}

function Who({ c }: { readonly c: BoardContext }) {
  const { name, role } = c.get('session');
  const { access, sessions } = c.get('board');
  return (
    <div class="who">
      <span>
        {name}（{role === 'office' ? '政务公开办' : '只读'}）
      </span>
      {!isOpen(access) && name === '公众' && <a href="/login">登录</a>}
      {!isOpen(access) && name !== '公众' && access.proxyHeader === null && (
        <form method="post" action="/logout">
          <input type="hidden" name="token" value={sessions.formToken(c.get('session'))} />
          <button type="submit">退出</button>
        </form>
      )}
    </div>
  );
}

const SECTIONS = [
  { href: '/', text: '总览' },
  { href: '/findings', text: '问题处理' },
  { href: '/compare', text: '比较与趋势' },
  { href: '/search', text: '全文检索' },
  { href: '/self-check', text: '发布前自查' },
  { href: '/runs', text: '运行情况' },
] as const;
