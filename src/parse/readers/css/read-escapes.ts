/** A name as it is meant: `\31 ` is the sign of that number, `\:` the sign itself (CSS Syntax 3, 4.3.7). */
export function readEscapes(name: string): string {
  return name.replace(ESCAPE, (_, hex: string | undefined, sign: string) => {
    if (hex === undefined) return sign;
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

const ESCAPE = /\\(?:([\da-f]{1,6})\s?|([\s\S]))/gi;
