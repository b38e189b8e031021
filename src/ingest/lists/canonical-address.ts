/**
 * One spelling for the addresses under which sites serve one document: with and without `www.`, by http or https,
 * on the phone page, through the gate that turns a page into traditional characters. For comparing, never for fetching.
 */
export function canonicalAddress(url: string): string {
  return RULES.reduce((address, { from, to }) => address.replace(from, to), url);
}

/** Whether the address is that of the document itself, not of a phone page or a mirror. */
export function isPlainAddress(url: string): boolean {
  return MIRRORS.every(({ from }) => !from.test(url));
}

interface Rule {
  readonly from: RegExp;
  readonly to: string;
}

/** 石柱县 serves `t20230118_11520599_wap.html` beside `….html`; 福建 serves `/gate/big5/<host>/…`. */
const MIRRORS: readonly Rule[] = [
  { from: /^https?:\/\/[^/]+\/gate\/big5\//i, to: 'http://' },
  { from: /_wap(?=\.s?html?(?:[?#]|$))/i, to: '' },
];

const RULES: readonly Rule[] = [
  ...MIRRORS,
  { from: /^https:/i, to: 'http:' },
  { from: /^(http:\/\/)www\./i, to: '$1' },
  { from: /^(http:\/\/[^/:]+):(?:80|443)(?=\/)/i, to: '$1' },
];
