import { TITLE } from './data-package.js';

/** CITATION.cff (format 1.2.0). The day is that of the last original: the data's own, no clock's. */
export function citation(snapshot: string, lastCollected: string | null): string {
  return `cff-version: 1.2.0
message: 引用本数据集时请注明版本；每个数字的出处见 data/csv/source_document.csv。
type: dataset
title: ${TITLE}
authors:
  - name: nianbao
version: ${snapshot.slice(0, 12)}
identifiers:
  - type: other
    value: sha256:${snapshot}
    description: 数据文件校验和的校验和
${lastCollected ? `date-released: ${lastCollected.slice(0, 10)}\n` : ''}`;
}
