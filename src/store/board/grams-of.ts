/**
 * The pairs of neighbouring UTF-16 units of texts, and the units themselves, as numbers of two bytes, ascending. Most words
 * of Chinese have two characters, and shorter keys than pairs tell reports apart no more. Two of them may share a number:
 * what is found by numbers is looked at. Changing the numbers wants a migration that empties core.section_gram.
 */
export function gramsOf(texts: readonly string[]): Int16Array {
  const held = new Set<number>();
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      held.add(unit);
      if (at > 0) held.add(gramOf(text.charCodeAt(at - 1), unit));
    }
  }
  return Int16Array.from(held).sort();
}

/** What a report must have to hold these words: their pairs, and of a word of one character that one. */
export function gramsOfWords(words: readonly string[]): Int16Array {
  const held = new Set<number>();
  for (const word of words) {
    if (word.length === 1) held.add(word.charCodeAt(0));
    for (let at = 1; at < word.length; at += 1)
      held.add(gramOf(word.charCodeAt(at - 1), word.charCodeAt(at)));
  }
  return Int16Array.from(held).sort();
}

/** An odd multiplier gives every first character its own numbers for all second ones. */
function gramOf(first: number, second: number): number {
  return (Math.imul(first, SPREAD) + second) & 0xffff;
}

/** 2^16 over the golden ratio, made odd: neighbouring characters come to stand far apart. */
const SPREAD = 40_503;
