/**
 * UTF-8 bytes of many short-lived texts. A buffer for each would cost more than the encoding: they are slices of slabs
 * of some megabytes, which go when none of their slices is held any more.
 */
export function textBytes(text: string): Buffer {
  const most = text.length * 3;
  if (used + most > slab.length) {
    slab = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, most));
    used = 0;
  }
  const start = used;
  used += slab.write(text, start);
  return slab.subarray(start, used);
}

/** UTF-16 units take at most three bytes. */
const SLAB_BYTES = 4 << 20;

let slab = Buffer.alloc(0);
let used = 0;
