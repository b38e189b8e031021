import { recordAct } from '../store/judgement/audit.js';
import type { BoardContext } from './board.js';
import { giveCookie, takeCookie } from './cookie.js';
import { formOf } from './form.js';
import { ownPath } from './own-path.js';
import { loginPage } from './pages/login-page.js';
import { isPassword } from './password.js';
import type { Role } from './session.js';

/** POST /login: the password tells the role; every try is in the audit log. */
export async function logIn(c: BoardContext): Promise<Response> {
  const { loginLimit, sessions, database } = c.get('board');
  const [address, peer] = [c.get('address'), c.get('peer')];
  const now = Date.now();
  const wait = loginLimit.waitFor({ address, peer }, now);
  if (wait > 0) return loginPage(c, `尝试过于频繁，请 ${Math.ceil(wait / 1000)} 秒后再试。`);
  const form = await formOf(c);
  const name = (form('name')[0] ?? '').trim().slice(0, LONGEST_NAME);
  // Counted before the slow comparison, so that many tries at once don't slip through.
  loginLimit.failed({ address, peer }, now);
  const role = name === '' ? null : await roleOf(c, form('password')[0] ?? '');
  const act = { at: new Date(now), actor: name || '（未署名）', role: role ?? '-', address };
  await database.use((db) =>
    recordAct(db.kysely, {
      ...act,
      action: role ? 'login' : 'login-failed',
      unitId: null,
      reportYear: null,
      detail: '',
    }),
  );
  if (!role) return loginPage(c, name === '' ? '请填写姓名。' : '口令不对，请核对后再试。');
  loginLimit.succeeded({ address, peer });
  giveCookie(c, sessions.begin(name, role, now));
  return c.redirect(ownPath(c.req.query('next')), 303);
}

export function logOut(c: BoardContext): Response {
  takeCookie(c);
  return c.redirect('/login', 303);
}

async function roleOf(c: BoardContext, password: string): Promise<Role | null> {
  const { officePassword, readerPassword } = c.get('board').access;
  if (officePassword !== null && (await isPassword(password, officePassword))) return 'office';
  if (readerPassword !== null && (await isPassword(password, readerPassword))) return 'reader';
  return null;
}

const LONGEST_NAME = 40;
