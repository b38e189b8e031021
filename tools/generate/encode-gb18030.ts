/**
 * Text → GB18030 bytes, as pages that declare gb2312 are really encoded. Node decodes GB18030 but doesn't encode it:
 * the table is made by decoding every two-byte code once (GB18030 two-byte area: 81–FE × 40–FE without 7F).
 */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const pair = code < 0x80 ? code : table().get(character);
    if (pair === undefined)
      throw new Error(`no two-byte GB18030 code for ${character} (U+${code.toString(16)})`);
    if (pair < 0x80) bytes.push(pair);
    else bytes.push(pair >> 8, pair & 0xff);
  }
  return Uint8Array.from(bytes);
}

let known: Map<string, number> | undefined;

function table(): Map<string, number> {
  known ??= makeTable();
  return known;
}

function makeTable(): Map<string, number> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!codes.has(character)) codes.set(character, (lead << 8) | trail);
    }
  return codes;
}
