/** A step of the build: writes the digest of the source that was compiled beside the compiled code. */
import { writeFileSync } from 'node:fs';
import { BAKED, digestOfSource } from './parser-version.js';

writeFileSync(BAKED, digestOfSource('src'));
