import { Worker } from 'node:worker_threads';
import type { Extraction } from '../model/extraction.js';
import type { OriginalView } from './original-view.js';

/** What a draft says, or in Chinese why it can't be read. */
export type DraftReading =
  | { readonly extraction: Extraction; readonly view: OriginalView }
  | { readonly problem: string };

export interface DraftLimits {
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
}

/** Reads a draft in a thread of its own, under limits of time and memory. Nothing is kept of it. */
export async function readDraft(
  bytes: Buffer,
  { timeoutMs = TIMEOUT_MS, memoryMb = MEMORY_MB }: DraftLimits = {},
): Promise<DraftReading> {
  if (reading >= MOST_AT_ONCE) return { problem: '正在检查的草稿较多，请稍候再试' };
  reading += 1;
  const worker = new Worker(new URL('./draft-worker.js', import.meta.url), {
    workerData: new Uint8Array(bytes),
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<DraftReading>((resolve) => {
      timer = setTimeout(
        () => resolve({ problem: `${timeoutMs / 1000} 秒内没有读完，已停止；文件可能过于复杂` }),
        timeoutMs,
      );
      worker.once('message', resolve);
      worker.once('error', () => resolve({ problem: '文件过大或过于复杂，读取已停止' }));
      worker.once('exit', () => resolve({ problem: '读取中断，请再试' }));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
    reading -= 1;
  }
}

let reading = 0;

const MOST_AT_ONCE = 2;
const TIMEOUT_MS = 20_000;
/** A report of ten pages takes some 60. */
const MEMORY_MB = 512;
