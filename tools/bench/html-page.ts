import { parseCost } from './parse-cost.js';

export const htmlPage = parseCost(
  'html',
  { name: 'HTML page, bytes to findings', target: 8, note: 'floor: decoding its bytes alone' },
  ({ html }) =>
    () =>
      html.toString('utf8'),
);
