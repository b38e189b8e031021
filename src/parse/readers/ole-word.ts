/**
 * Whether an old Word file asks for a password: `fEncrypted` of its FIB (MS-DOC §2.5.2), the head of the stream
 * WordDocument. What is no such file, or is cut off before it, is not encrypted.
 */
export function isEncryptedWord(bytes: Buffer): boolean {
  const fib = wordStreamStart(bytes);
  if (fib === null || fib + FIB_FLAGS + 2 > bytes.length) return false;
  return bytes.readUInt16LE(fib) === WORD_MARK && (bytes.readUInt16LE(fib + FIB_FLAGS) & ENCRYPTED) !== 0;
}

/** Where the stream begins, by its directory entry (MS-CFB §2.6.1); the entry is found by its name. */
function wordStreamStart(bytes: Buffer): number | null {
  if (bytes.length < HEADER_BYTES) return null;
  const sector = 1 << bytes.readUInt16LE(SECTOR_SHIFT);
  const name = Buffer.from('WordDocument\0', 'utf16le');
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
    if (at % ENTRY_BYTES !== 0 || at + ENTRY_BYTES > bytes.length) continue;
    return (bytes.readUInt32LE(at + ENTRY_START) + 1) * sector;
  }
  return null;
}

const HEADER_BYTES = 512;
const SECTOR_SHIFT = 30;
const ENTRY_BYTES = 128;
const ENTRY_START = 116;
const WORD_MARK = 0xa5ec;
const FIB_FLAGS = 10;
const ENCRYPTED = 0x0100;
