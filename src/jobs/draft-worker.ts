import { parentPort, workerData } from 'node:worker_threads';
import { ReadError } from '../parse/readers/read-error.js';
import { viewBytes } from './original-view.js';
import { readDocument } from './read-document.js';

// A draft is read here, apart from the board: the thread can be ended, and has a memory of its own.
try {
  const bytes = Buffer.from(workerData as Uint8Array);
  parentPort!.postMessage({ extraction: await readDocument(bytes), view: await viewBytes(bytes, null) });
} catch (error) {
  const words = error instanceof ReadError ? error.message : '文件读取出错，请另存为 .docx 后再试';
  parentPort!.postMessage({ problem: words });
}
