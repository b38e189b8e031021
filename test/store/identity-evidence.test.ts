import { Buffer } from 'node:buffer';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { saveReports } from '../../src/store/save-reports.js';
import { onEachDatabase } from './databases.js';
import { loadable, saveCounty, saveDocument } from './reports.js';
