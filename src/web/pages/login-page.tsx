import type { BoardContext } from '../board.js';
import { Layout } from '../layout.js';
import { render } from '../render.js';

/** Logging in: a name, for the record of what one decides, and the role's password. */
export function loginPage(c: BoardContext, problem?: string) {
  const next = c.req.query('next') ?? '/';
  return render(
    c,
    <Layout c={c} title="登录">
      <h1>登录</h1>
      {c.req.query('unsaved') && !problem && (
        <p class="notice" role="alert">
          登录已过期，刚才提交的内容没有保存。登录后请重新填写。
        </p>
      )}
      {problem && (
        <p class="notice notice-error" role="alert">
          {problem}
        </p>
      )}
      <form class="login" method="post" action={`/login?next=${encodeURIComponent(next)}`}>
        <label>
          姓名
          <input name="name" required maxlength={40} autocomplete="name" />
        </label>
        <p class="hint">处理意见、更正都以此署名，并记入操作日志。</p>
        <label>
          口令
          <input name="password" type="password" required autocomplete="current-password" />
        </label>
        <button class="primary" type="submit">
          登录
        </button>
      </form>
    </Layout>,
    problem ? 401 : 200,
  );
}
