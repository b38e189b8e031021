/**
 * How much is read exactly, flagged, missed or silently wrong, over the sample, real reports and generated documents:
 *   npm run accuracy -- --documents 5000 --seed 7
 */
import { existsSync } from 'node:fs';
import { VARIATIONS } from '../generate/variations/variations.js';
import { compareReaders } from './compare-readers.js';
import { realDocuments, realReportsFolder, sampleDocuments } from './corpus-files.js';
import { generatedDocuments } from './corpus-generated.js';
import { describeFailure, failed, isGrave, keepDocument } from './failures.js';
import { judgeDocument } from './judge-document.js';
import { judgeSentences } from './judge-sentences.js';
import type { LabelledDocument } from './labelled-document.js';
import { type Options, readOptions, USAGE } from './options.js';
import { lastLine, summary } from './print-summary.js';
import { describeReaders, ReaderTally } from './reader-tally.js';
import { Tally } from './tally.js';

/** Files are part of every run but those that ask for one variation or format. */
function* corpus(options: Options, root: string): Generator<LabelledDocument> {
  if (!options.variations) {
    for (const document of [...sampleDocuments(root), ...realDocuments(root)])
      if ((options.formats as readonly string[]).includes(document.format) || options.formats.length > 1)
        yield document;
  }
  yield* generatedDocuments(options);
}

async function run(options: Options, root: string): Promise<void> {
  const tally = new Tally();
  const readers = new ReaderTally();
  const started = performance.now();
  let left = options.show;
  for (const document of corpus(options, root)) {
    const verdict = await judgeDocument(document);
    tally.add(document, verdict);
    if (tally.all.documents % options.controlEvery === 0)
      readers.add(document, await compareReaders(document));
    if (!failed(verdict, options.facts)) continue;
    if (options.keep) keepDocument(options.keep, document);
    // What the product must never do is always shown.
    if (left-- > 0 || isGrave(verdict)) console.error(describeFailure(document, verdict));
  }
  if (!options.variations && !existsSync(realReportsFolder(root)))
    console.error(`no real reports: there is no ${realReportsFolder(root)}`);
  const sentences = judgeSentences(options.seed, PARAGRAPHS);
  for (const fault of sentences.faults.slice(0, Math.min(options.show, 5))) console.error(`claim ${fault}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(`${tally.all.documents} documents, ${VARIATIONS.length} variations, ${seconds} s`);
  if (options.json)
    console.log(
      JSON.stringify({
        all: tally.all,
        preserving: tally.preserving,
        sentences: { exact: sentences.exact, wrong: sentences.wrong, missing: sentences.missing },
        readers: Object.fromEntries(readers.formats),
        ...Object.fromEntries(
          Object.entries(tally.groups).map(([key, group]) => [key, Object.fromEntries(group)]),
        ),
      }),
    );
  else console.log(`${describeReaders(readers)}\n\n${summary(tally, sentences)}`);
  if (options.json) console.log(lastLine(tally.all));
}

/** Of ten sentences each, in as many wordings as there are. */
const PARAGRAPHS = 1000;

const args = process.argv.slice(2);
if (args.includes('--help')) console.log(USAGE);
else if (args.includes('--list'))
  for (const { name, zh, destroysInformation } of VARIATIONS)
    console.log(`${name}\t${zh}${destroysInformation ? '\t(destroys information)' : ''}`);
else {
  try {
    await run(readOptions(args), process.cwd());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
