import { z } from 'zod';
import { DECISION_KINDS } from '../../model/source.js';
import { UNIT_KINDS } from '../../model/unit.js';
import { families } from '../families/families.js';
import { isDate } from '../is-date.js';
import { SLUG } from '../registry/unit-row.js';
import { isSelector } from './is-selector.js';
import {
  AllowedHostSchema,
  LoopbackSchema,
  QuietHoursSchema,
  RobotsSchema,
  SourceQuietHoursSchema,
} from './network-schema.js';

/** What a value should have been: each completes "expected …, got …". */
const SLUG_WORDS = 'lower-case letters, digits and "-" such as anqiu-huiqu';
const YEAR = 'a year from 2008 to 2100';
const YEARS = 'years such as { from: 2019, to: 2023 }';
const DAY = 'MM-DD such as 01-31';
const KINDS = `a list of kinds such as [town, street], out of ${UNIT_KINDS.join(', ')}`;
const HOST = 'a host name in lower case such as xxgk.example.gov.cn, without http:// and port';
const UNITS = 'a list of unit ids such as [anqiu-huiqu, anqiu-jingzhi]';
const ADDRESS = 'an address that starts with http:// or https://';
const SPAN = 'a time such as 7d (days) or 12h (hours)';
const FAMILY = `one of ${[...families.keys()].join(', ')}`;
const PARAMS = 'parameters such as { columnid: "282", unitid: "423656" }';
const SELECT = 'CSS selectors such as { item: "ul.list li", next: "a.next" }';
const SELECTOR = 'a CSS selector such as "ul.list li"';
const VERIFIED = 'never, or a day as YYYY-MM-DD such as 2026-01-31';
const CHECK = 'blocker, error, warning, info or off';
const CHECKS = 'checks and their weight such as { late-publication: warning, copy-last-year: off }';
const KEY_WORK = 'words of each year such as { 2023: [营商环境, 惠企政策] }';
const POWERS = `kinds of unit and what they may not decide, such as { street: [coercion] }, out of ${DECISION_KINDS.join(', ')}`;
const SOURCES = 'a list of sources, each with id, family, url and units';
const ONE_SOURCE =
  'a list of sources with at least one (nianbao sources probe URL prints the entry of the page that lists the reports; paste it here)';

const words = (error: string) => z.string({ error }).min(1, { error });
const slug = z.string({ error: SLUG_WORDS }).regex(SLUG, { error: SLUG_WORDS });
const whole = (least: number, most: number, error = `a whole number from ${least} to ${most}`) =>
  z.int({ error }).min(least, { error }).max(most, { error });
const year = whole(2008, 2100, YEAR);

const Years = z
  .strictObject({ from: year, to: year }, { error: YEARS })
  .refine(({ from, to }) => from <= to, { error: 'a first year that is not after the last' });

const DueRule = z
  .strictObject(
    {
      kinds: z
        .array(z.enum(UNIT_KINDS, { error: `one of ${UNIT_KINDS.join(', ')}` }), { error: KINDS })
        .min(1, { error: KINDS }),
      under: slug.nullish(),
      from_year: year.nullish(),
      to_year: year.nullish(),
      // Judged in a common year: 02-29 would be no day in most.
      date: z.string({ error: DAY }).refine((day) => isDate(`2023-${day}`), { error: DAY }),
      basis: words('the rule that sets the date, such as 条例第四十九条'),
    },
    { error: 'a due rule with kinds, date and basis' },
  )
  .refine(({ from_year, to_year }) => (from_year ?? 0) <= (to_year ?? 9999), {
    error: 'a from_year that is not after to_year',
  });

/** YAML 1.1 editors read a bare off as false. */
const CheckSetting = z.preprocess(
  (value) => (value === false ? 'off' : value),
  z.enum(['blocker', 'error', 'warning', 'info', 'off'], { error: CHECK }),
);

const LocalSite = z.strictObject(
  {
    host: z.string({ error: HOST }).regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, { error: HOST }),
    folder: words('a folder, relative to this file'),
  },
  { error: 'a local site with host and folder' },
);

/** YAML reads 282 as a number; the site is asked with the digits. */
const Param = z.union([z.string().min(1), z.int().transform(String)], {
  error: 'a text in "quotes" or a whole number',
});

const selector = words(SELECTOR).refine(isSelector, { error: SELECTOR }).nullable();
const Select = z.strictObject(
  {
    item: selector.default(null),
    link: selector.default(null),
    date: selector.default(null),
    title: selector.default(null),
    next: selector.default(null),
  },
  { error: SELECT },
);

const Source = z.strictObject(
  {
    id: slug,
    family: z.string({ error: FAMILY }).refine((name) => families.has(name), { error: FAMILY }),
    url: z
      .string({ error: ADDRESS })
      .refine((url) => /^https?:\/\//i.test(url) && URL.canParse(url), { error: ADDRESS }),
    unit: slug.nullish(),
    units: z.array(slug, { error: UNITS }).min(1, { error: UNITS }).nullish(),
    years: Years.nullish(),
    delay_ms: whole(0, 600_000).nullish(),
    max_pages: whole(1, 10_000).nullish(),
    params: z.record(z.string(), Param, { error: PARAMS }).nullish(),
    select: Select.nullish(),
    verified: z
      .string({ error: VERIFIED })
      .refine((text) => text === 'never' || isDate(text), { error: VERIFIED })
      .nullish(),
    robots: RobotsSchema.nullish(),
    quiet_hours: SourceQuietHoursSchema.nullish(),
    timeout_s: whole(5, 3600).nullish(),
    max_mb: whole(1, 500).nullish(),
    recheck: z
      .string({ error: SPAN })
      .regex(/^[1-9]\d{0,3}[dh]$/, { error: SPAN })
      .nullish(),
  },
  { error: 'a source with id, family, url and units' },
);

/** The shape of the sources file as it is written. Unknown keys are errors: a typo must not pass for a default. */
export const SourcesSchema = z.strictObject(
  {
    units: words('a CSV file, relative to this file').nullish(),
    expected: Years.nullish(),
    due: z.array(DueRule, { error: 'a list of due rules' }).nullish(),
    checks: z.record(z.string(), CheckSetting, { error: CHECKS }).nullish(),
    key_work: z
      .record(z.string().regex(/^20\d{2}$/, { error: YEAR }), z.array(words(KEY_WORK), { error: KEY_WORK }), {
        error: KEY_WORK,
      })
      .nullish(),
    without_power: z
      .partialRecord(
        z.enum(UNIT_KINDS),
        z.array(z.enum(DECISION_KINDS, { error: POWERS }), { error: POWERS }),
        {
          error: POWERS,
        },
      )
      .nullish(),
    local_sites: z.array(LocalSite, { error: 'a list of local sites' }).nullish(),
    loopback: LoopbackSchema.nullish(),
    allow_hosts: z.array(AllowedHostSchema, { error: 'a list of allowed hosts' }).nullish(),
    quiet_hours: QuietHoursSchema.nullish(),
    sources: z.array(Source, { error: SOURCES }).min(1, { error: ONE_SOURCE }),
  },
  { error: `a mapping with the key "sources": ${SOURCES}` },
);

export type WrittenSources = z.infer<typeof SourcesSchema>;

/** Place in the file without list indexes → the keys that may stand there. */
export const KNOWN_KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(SourcesSchema.shape),
  expected: Object.keys(Years.shape),
  due: Object.keys(DueRule.shape),
  local_sites: Object.keys(LocalSite.shape),
  allow_hosts: Object.keys(AllowedHostSchema.shape),
  sources: Object.keys(Source.shape),
  'sources.years': Object.keys(Years.shape),
  'sources.select': Object.keys(Select.shape),
  'sources.robots': Object.keys(RobotsSchema.shape),
};
