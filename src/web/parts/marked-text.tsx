/** A text with the given words marked. */
export function MarkedText({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  const found = words.filter((word) => word !== '' && text.includes(word));
  if (found.length === 0) return <>{text}</>;
  const pattern = new RegExp(
    found
      .map(escapePattern)
      .sort((a, b) => b.length - a.length)
      .join('|'),
    'g',
  );
  const pieces: { readonly text: string; readonly hit: boolean }[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push({ text: text.slice(from, match.index), hit: false }, { text: match[0], hit: true });
    from = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(from), hit: false });
  return <>{pieces.map((piece) => (piece.hit ? <mark>{piece.text}</mark> : piece.text))}</>;
}

function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
