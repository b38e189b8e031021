import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nianbao } from '../commands/nianbao.js';
import { type RunningBoard, sampleData, serveBoard, tokenOf } from './board.js';

let dataFolder: string;
let officeHash: string;
let readerHash: string;

const hashOf = async (password: string): Promise<string> =>
  (await nianbao(['serve', '--hash-password'], { input: `${password}\n` })).stdout.trim();

beforeAll(async () => {
  dataFolder = await sampleData();
  officeHash = await hashOf('公开办所用的长口令');
  readerHash = await hashOf('读者所用的长口令吧');
});

const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers });

describe('a board with passwords', () => {
  let board: RunningBoard;
  const start = () =>
    serveBoard(dataFolder, { NIANBAO_OFFICE_PASSWORD: officeHash, NIANBAO_READER_PASSWORD: readerHash });
  beforeAll(async () => {
    board = await start();
  });
  afterAll(() => board.stop());

  const logIn = async (name: string, password: string) => {
    const answer = await post(`${board.url}/login`, { name, password });
    return { status: answer.status, setCookie: answer.headers.get('set-cookie') ?? '' };
  };
  const cookieOf = ({ setCookie }: { setCookie: string }) => setCookie.split(';')[0]!;

  test('sends a stranger to the login, whatever he asks for', async () => {
    for (const path of ['/', '/findings', '/reports/nanhu-yinghe/2022', '/runs/live', '/findings.xlsx']) {
      const answer = await fetch(board.url + path, { redirect: 'manual' });
      expect(answer.status, path).toBe(303);
      expect(answer.headers.get('location')).toMatch(/^\/login\?next=/);
    }
  });

  test('keeps a session in a cookie that scripts and other sites do not get, and that a restart does not end', async () => {
    const session = await logIn('张三', '公开办所用的长口令');
    expect(session.status).toBe(303);
    expect(session.setCookie).toMatch(/HttpOnly/);
    expect(session.setCookie).toMatch(/SameSite=Lax/);
    await board.stop();
    board = await start();
    const page = await fetch(`${board.url}/`, { headers: { cookie: cookieOf(session) } });
    expect(await page.text()).toContain('张三（政务公开办）');
  });

  test('marks the cookie Secure where a proxy ended TLS', async () => {
    const answer = await post(
      `${board.url}/login`,
      { name: '张三', password: '公开办所用的长口令' },
      { 'x-forwarded-proto': 'https' },
    );
    expect(answer.headers.get('set-cookie')).toMatch(/Secure/);
  });

  test('takes no forged cookie', async () => {
    const session = cookieOf(await logIn('张三', '读者所用的长口令吧'));
    const [name, value] = session.split('=') as [string, string];
    const [text, signature] = value.split('.') as [string, string];
    const claims = { ...JSON.parse(Buffer.from(text, 'base64url').toString()), role: 'office' };
    const forged = `${name}=${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
    const answer = await fetch(`${board.url}/`, { headers: { cookie: forged }, redirect: 'manual' });
    expect(answer.status).toBe(303);
  });

  test('lets a reader look, and decide nothing', async () => {
    const cookie = cookieOf(await logIn('李四', '读者所用的长口令吧'));
    const page = await (
      await fetch(`${board.url}/reports/nanhu-yinghe/2022`, { headers: { cookie } })
    ).text();
    expect(page).toContain('李四（只读）');
    expect(page).not.toContain('action="/decisions"');
    const token = await tokenOf(`${board.url}/self-check`, cookie);
    const answer = await post(`${board.url}/decisions`, { token, state: 'done', finding: 'x' }, { cookie });
    expect(answer.status).toBe(403);
  });

  test('refuses what another site sends, and a form without its token', async () => {
    const cookie = cookieOf(await logIn('张三', '公开办所用的长口令'));
    const token = await tokenOf(`${board.url}/findings`, cookie);
    const foreign = await post(
      `${board.url}/decisions`,
      { token },
      { cookie, origin: 'https://evil.example' },
    );
    expect(foreign.status).toBe(403);
    expect((await post(`${board.url}/decisions`, { state: 'done' }, { cookie })).status).toBe(403);
    expect((await post(`${board.url}/login`, {}, { origin: 'https://evil.example' })).status).toBe(403);
  });

  test('leads nowhere but back into the board', async () => {
    const answer = await post(`${board.url}/login?next=${encodeURIComponent('//evil.example/')}`, {
      name: '张三',
      password: '公开办所用的长口令',
    });
    expect(answer.headers.get('location')).toBe('/');
  });

  test('tells whoever sends a form after the session is over that nothing was saved, and leads back to it', async () => {
    const referer = `${board.url}/findings?year=2022`;
    const answer = await post(`${board.url}/decisions`, { state: 'done' }, { referer });
    const to = answer.headers.get('location')!;
    expect(to).toBe(`/login?next=${encodeURIComponent('/findings?year=2022')}&unsaved=1`);
    expect(await (await fetch(board.url + to)).text()).toContain('刚才提交的内容没有保存');
  });

  test('behind a proxy, makes the one wait who guesses, and not the others', async () => {
    const from = (address: string, password: string) =>
      post(`${board.url}/login`, { name: '代理', password }, { 'x-forwarded-for': `10.0.0.1, ${address}` });
    for (let i = 0; i < 5; i++) expect((await from('192.0.2.7', `口令${i}`)).status).toBe(401);
    expect(await (await from('192.0.2.7', '公开办所用的长口令')).text()).toContain('尝试过于频繁');
    const other = await from('192.0.2.8', '公开办所用的长口令');
    expect(other.status).toBe(303);
    const page = await fetch(`${board.url}/runs`, {
      headers: { cookie: cookieOf({ setCookie: other.headers.get('set-cookie')! }) },
    });
    expect(await page.text()).toContain('192.0.2.8');
  });

  test('makes whoever guesses wait, and writes every try into the log', async () => {
    for (let i = 0; i < 5; i++) expect((await logIn('猜', `口令${i}`)).status).toBe(401);
    const held = await post(`${board.url}/login`, { name: '猜', password: '公开办所用的长口令' });
    expect(await held.text()).toContain('尝试过于频繁');
    await board.stop();
    const { stdout } = await nianbao(['sql', 'select 1'], { env: { NIANBAO_DATA: dataFolder } });
    expect(stdout).toContain('1');
    board = await start();
    const cookie = cookieOf(await logIn('张三', '公开办所用的长口令'));
    const page = await (await fetch(`${board.url}/runs`, { headers: { cookie } })).text();
    expect(page.match(/猜<\/td><td>—<\/td><td>[^<]+<\/td><td>登录失败/g)).toHaveLength(5);
  });
});

describe('a board without passwords', () => {
  test('is not served beyond this machine', async () => {
    const { code, stderr } = await nianbao(['serve', '--host', '0.0.0.0'], {
      env: { NIANBAO_DATA: dataFolder },
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/needs a password.*NIANBAO_OFFICE_PASSWORD/);
  });

  test('answers no other name than this machine’s', async () => {
    const board = await serveBoard(dataFolder);
    try {
      const { port } = new URL(board.url);
      const answer = await new Promise<number>((resolve) => {
        import('node:http').then(({ get }) =>
          get(
            { host: '127.0.0.1', port, path: '/', headers: { host: `evil.example:${port}` } },
            (response) => {
              response.resume();
              resolve(response.statusCode!);
            },
          ),
        );
      });
      expect(answer).toBe(403);
      expect((await fetch(`${board.url}/`)).status).toBe(200);
    } finally {
      await board.stop();
    }
  });

  test('takes a hash as password setting, never the password', async () => {
    const env = { NIANBAO_DATA: dataFolder, NIANBAO_OFFICE_PASSWORD: 'secret-as-it-is' };
    const { code, stderr } = await nianbao(['serve'], { env });
    expect(code).toBe(2);
    expect(stderr).toMatch(/NIANBAO_OFFICE_PASSWORD: expected a hash/);
    expect(stderr).not.toContain('secret-as-it-is');
  });

  test('lets nianbao sql have its turn beside it', async () => {
    const board = await serveBoard(dataFolder);
    try {
      await fetch(`${board.url}/`);
      const { code, stdout, stderr } = await nianbao(['sql', 'select count(*) from mart.report'], {
        env: { NIANBAO_DATA: dataFolder },
      });
      expect(code, stderr).toBe(0);
      expect(stdout).toContain('11');
      expect((await fetch(`${board.url}/`)).status).toBe(200);
    } finally {
      await board.stop();
    }
  });
});

describe('a public board', () => {
  test('lets anybody read and nobody decide without the password', async () => {
    const board = await serveBoard(dataFolder, { NIANBAO_OFFICE_PASSWORD: officeHash, NIANBAO_PUBLIC: '1' });
    try {
      const page = await (await fetch(`${board.url}/reports/nanhu-yinghe/2022`)).text();
      expect(page).toContain('公众（只读）');
      expect(page).not.toContain('action="/decisions"');
      const token = await tokenOf(`${board.url}/self-check`);
      expect((await post(`${board.url}/decisions`, { token, state: 'done', finding: 'x' })).status).toBe(403);
      expect(await (await fetch(`${board.url}/runs`)).text()).not.toContain('操作日志');
    } finally {
      await board.stop();
    }
  });

  test('is not opened without an office password', async () => {
    const { code, stderr } = await nianbao(['serve'], {
      env: { NIANBAO_DATA: dataFolder, NIANBAO_PUBLIC: '1' },
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/NIANBAO_PUBLIC: set NIANBAO_OFFICE_PASSWORD too/);
  });
});

describe('a board behind a proxy', () => {
  test('believes the header of a proxy on this machine, and tells the office from readers', async () => {
    const board = await serveBoard(dataFolder, {
      NIANBAO_PROXY_HEADER: 'x-forwarded-user',
      NIANBAO_OFFICE_USERS: '张三',
    });
    try {
      const as = async (name: string) =>
        (await fetch(`${board.url}/`, { headers: { 'x-forwarded-user': encodeURIComponent(name) } })).text();
      expect(await as('张三')).toContain('张三（政务公开办）');
      expect(await as('王五')).toContain('王五（只读）');
      expect((await fetch(`${board.url}/`, { redirect: 'manual' })).status).toBe(303);
    } finally {
      await board.stop();
    }
  });
});
