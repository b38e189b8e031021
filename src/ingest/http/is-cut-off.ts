/**
 * Whether a body stops before its end: a page without `</html>`, data without its last bracket, a document without its
 * directory. A length that the site states too short, or not at all, gives such bodies as whole ones. Pure.
 */
export function isCutOff(body: Buffer): boolean {
  const head = body.subarray(0, HEAD_BYTES).toString('latin1').trimStart();
  const end = ENDS.find(({ start }) => start.test(head));
  return end !== undefined && !end.end.test(body.subarray(-TAIL_BYTES).toString('latin1'));
}

/** How a body begins → what stands near its end. */
const ENDS = [
  { start: /^PK\x03\x04/, end: /PK\x05\x06/ },
  { start: /^%PDF-/, end: /%%EOF/ },
  { start: /^(?:\xef\xbb\xbf)?[[{]/, end: /[\]}]\s*$/ },
  { start: /<html\b/i, end: /<\/html\b/i },
  { start: /<datastore\b/i, end: /<\/datastore\b/i },
  // Fragments: a list of entries that no page stands around
  { start: /^<ul\b/i, end: /<\/ul\b/i },
  { start: /^<ol\b/i, end: /<\/ol\b/i },
  { start: /^<dl\b/i, end: /<\/dl\b/i },
  { start: /^<div\b/i, end: /<\/div\b/i },
  { start: /^<table\b/i, end: /<\/table\b/i },
] as const;

const HEAD_BYTES = 4096;
/** Sites write comments and counters after the end; a ZIP may have a comment. */
const TAIL_BYTES = 65_536;
