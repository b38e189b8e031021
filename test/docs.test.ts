import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../src/commands/commands.js';
import { nianbao } from './commands/nianbao.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = join(ROOT, 'README.md');
const text = readFileSync(README, 'utf8');

const DOCUMENTS = readdirSync(join(ROOT, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
/** A path from the top, or the mere name of a source. */
const IN_THE_TREE = /^(?:(?:src|test|sql|docs|tools|fixtures|sources)\/|[\w-]+\.(?:tsx?|sql)$)/;
const paths = ['src', 'test', 'sql', 'docs', 'tools', 'fixtures', 'sources'].flatMap((top) =>
  readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((path) => join(top, path)),
);

/** `*`, NAME and NNNN stand for anything within a name. */
function fits(path: string, name: string): boolean {
  const pattern = name
    .replace(/\/$/, '')
    .replaceAll('.', '\\.')
    .replace(/\*|NAME|NNNN/g, '[^/]*');
  return new RegExp(`(?:^|/)${pattern}$`).test(path);
}

/** A question as the README shows it: the command, and below it what it prints. `UPDATE=1` writes what it prints now. */
const QUESTION = /```sh\nnpx nianbao sql "([^"]+)"\n```\n\n```text\n([\s\S]*?)```/g;

describe('the README', () => {
  const data = mkdtempSync(join(tmpdir(), 'nianbao-docs-'));
  const questions = [...text.matchAll(QUESTION)].map((match) => ({ query: match[1]!, answer: match[2]! }));

  beforeAll(async () => {
    const { code, stderr } = await nianbao(['run', '--once'], { env: { NIANBAO_DATA: data } });
    expect(code, stderr).toBe(0);
  });

  test('asks five questions', () => {
    expect(questions).toHaveLength(5);
  });

  test.each(questions)('shows what is really answered: $query', async ({ query, answer }) => {
    const { code, stdout, stderr } = await nianbao(['sql', query], { env: { NIANBAO_DATA: data } });
    expect(code, stderr).toBe(0);
    if (process.env.UPDATE) {
      writeFileSync(
        README,
        readFileSync(README, 'utf8').replace(
          `"${query}"\n\`\`\`\n\n\`\`\`text\n${answer}`,
          () => `"${query}"\n\`\`\`\n\n\`\`\`text\n${stdout}`,
        ),
      );
    } else expect(stdout).toBe(answer);
  });

  test('names every command', () => {
    const names = COMMANDS.map(({ define }) => define((run) => async () => void run).name());
    expect(names.filter((name) => !text.includes(`\`${name}`))).toEqual([]);
  });

  test('names every folder of src', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).filter((name) => !text.includes(`\`src/${name}\``))).toEqual([]);
  });

  test('has no link into the project that leads nowhere', () => {
    const targets = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1]!);
    const missing = targets.filter((target) => {
      try {
        readFileSync(join(ROOT, target));
        return false;
      } catch {
        return true;
      }
    });
    expect(missing).toEqual([]);
  });
});

describe.each(['README.md', 'README.zh-CN.md', ...DOCUMENTS])('%s', (document) => {
  test('speaks only of files and folders that there are', () => {
    const spoken = [...readFileSync(join(ROOT, document), 'utf8').matchAll(/`([^`\s]+)`/g)].map(
      ([, name]) => name!,
    );
    const missing = spoken.filter(
      (name) => IN_THE_TREE.test(name) && !paths.some((path) => fits(path, name)),
    );
    expect(missing).toEqual([]);
  });
});

describe('the README for officers', () => {
  const officers = readFileSync(join(ROOT, 'README.zh-CN.md'), 'utf8');

  test('names commands that there are', () => {
    const names = COMMANDS.map(({ define }) => define((run) => async () => void run).name());
    const asked = [...officers.matchAll(/npx nianbao ([a-z-]+)/g)].map((match) => match[1]!);
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((name) => !names.includes(name))).toEqual([]);
  });

  test('has no link that leads nowhere', () => {
    const targets = [...officers.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1]!);
    expect(targets.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
  });
});
