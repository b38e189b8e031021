/**
 * The known word that a mistyped one most likely stands for, for "did you mean" in messages.
 * Null where nothing is near: one edit in a word of three letters, three in a long one.
 */
export function closestWord(typed: string, known: Iterable<string>): string | null {
  const limit = typed.length < 4 ? 1 : typed.length < 9 ? 2 : 3; // Two swapped letters are two edits.
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const word of known) {
    const distance = editDistance(typed.toLowerCase(), word.toLowerCase());
    if (distance < bestDistance) {
      best = word;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein distance, row by row. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replace, previous[j]! + 1, row[j - 1]! + 1));
    }
    previous = row;
  }
  return previous[b.length]!;
}
