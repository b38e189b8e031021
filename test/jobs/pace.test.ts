import { expect, test } from 'vitest';
import { Pace } from '../../src/jobs/pace.js';

test('says how many of how many, and how long the rest takes at the pace so far', () => {
  let clock = 0;
  const lines: string[] = [];
  const pace = new Pace({ progress: (line) => lines.push(line) }, () => clock);
  const work = pace.begin('a.example', 4);
  for (const at of [2000, 4000, 6000, 8000]) {
    clock = at;
    work.step();
  }
  expect(lines).toEqual([
    'collect a.example: 1 of 4 pages, about 6 s left',
    'collect a.example: 2 of 4 pages, about 4 s left',
    'collect a.example: 3 of 4 pages, about 2 s left',
    'collect a.example: 4 of 4 pages, done',
  ]);
});

test('of several hosts it says the whole, and which takes the longest', () => {
  let clock = 0;
  let line = '';
  const pace = new Pace({ progress: (text) => (line = text) }, () => clock);
  const small = pace.begin('a.example', 2);
  const large = pace.begin('b.example', 601);
  clock = 1000;
  small.step();
  expect(line).toBe('collect 2 hosts: 1 of 603 pages, time left not known yet, b.example the longest');
  large.step();
  expect(line).toBe('collect 2 hosts: 2 of 603 pages, about 10 min left, b.example the longest');
  small.end();
  large.step();
  expect(line).toBe('collect b.example: 2 of 601 pages, about 5 min left');
});
