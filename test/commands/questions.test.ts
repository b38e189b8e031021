import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { nianbao } from './nianbao.js';

const PATH = fileURLToPath(new URL('../../docs/questions.md', import.meta.url));
const text = readFileSync(PATH, 'utf8');

/** As in the README: the command, and below it what it prints. `UPDATE=1` writes what it prints now. */
const QUESTION = /```sh\nnpx nianbao sql "([^"]+)"\n```\n\n```text\n([\s\S]*?)```/g;

describe('docs/questions.md', () => {
  const env = { NIANBAO_DATA: mkdtempSync(join(tmpdir(), 'nianbao-questions-')) };
  const questions = [...text.matchAll(QUESTION)].map((match) => ({ query: match[1]!, answer: match[2]! }));

  beforeAll(async () => {
    const { code, stderr } = await nianbao(['run', '--once'], { env });
    expect(code, stderr).toBe(0);
  });

  test('asks twenty questions', () => {
    expect(questions).toHaveLength(20);
  });

  test.each(questions)('shows what is really answered: $query', async ({ query, answer }) => {
    const { code, stdout, stderr } = await nianbao(['sql', query], { env });
    expect(code, stderr).toBe(0);
    if (process.env.UPDATE) {
      const shown = (printed: string) => `"${query}"\n\`\`\`\n\n\`\`\`text\n${printed}\`\`\``;
      writeFileSync(
        PATH,
        readFileSync(PATH, 'utf8').replace(shown(answer), () => shown(stdout)),
      );
    } else expect(stdout).toBe(answer);
  });
});
