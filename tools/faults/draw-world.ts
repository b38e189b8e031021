import type { UnitRecord } from '../../src/model/unit.js';
import { type Random, random } from '../generate/random.js';
import { drawSite } from './draw-site.js';
import { type Asked, FAULT_KINDS, type FaultKind } from './fault-kinds.js';
import { SITE_KINDS } from './site-kinds.js';
import type { Fault, Mode, World, WorldHost } from './world.js';

/** A world: hosts, their sites, what is published there and what goes wrong. The same seed gives the same world. */
export function drawWorld(seed: number, mode: Mode, kinds: readonly FaultKind[] = FAULT_KINDS): World {
  const rng = random(seed * 2 + 1);
  const names = rng.sample(NAMES, NAMES.length);
  const units: UnitRecord[] = names.map((name, number) => unit(number, name));
  const free = [...units];
  const count = rng.between(1, mode === 'workers' ? 4 : 3);
  const hosts: WorldHost[] = [];
  for (let n = 0; n < count; n++) hosts.push(drawHost(rng, `h${n}.s${seed}.example`, n, free, kinds));
  const atRequest = rng.chance(0.2) ? rng.between(10, 24) : rng.between(1, 9);
  const kill = { atRequest, afterMs: rng.chance(0.5) ? 0 : rng.between(0, 400) };
  return {
    ...{ seed, mode, hosts, units: units.filter((own) => !free.includes(own)) },
    rounds: rng.between(1, 3),
    maxRetryAfterMs: rng.chance(0.25) ? 3000 : 100,
    kill: mode === 'killed' || (mode === 'workers' && rng.chance(0.5)) ? kill : null,
  };
}

function drawHost(
  rng: Random,
  host: string,
  number: number,
  free: UnitRecord[],
  kinds: readonly FaultKind[],
): WorldHost {
  const groups = rng.sample([...new Set(SITE_KINDS.map(({ group }) => group))], rng.chance(0.3) ? 2 : 1);
  const sites = groups.map((group, place) => {
    const kind = rng.pick(SITE_KINDS.filter((own) => own.group === group));
    return drawSite(rng, kind, { host, id: `s${number}-${place}`, free });
  });
  return {
    ...{ host, sites, etags: rng.chance(0.6) },
    charset: rng.chance(0.25) ? rng.pick(['gb2312', 'iso-8859-1', 'gbk', 'x-none']) : null,
    crawlDelayMs: rng.chance(0.2) ? 40 : null,
    faults: Array.from({ length: rng.between(1, 4) }, () => drawFault(rng, kinds)),
  };
}

function drawFault(rng: Random, kinds: readonly FaultKind[]): Fault {
  const kind = rng.pick(kinds);
  const on = rng.pick(kind.on.length === 3 && rng.chance(0.8) ? kind.on.slice(1) : kind.on);
  return { kind, on, from: rng.between(1, MOST[on]), times: rng.pick([1, 1, 2, 3, 4]) };
}

function unit(number: number, name: string): UnitRecord {
  const record = { unitId: `unit-${number}`, name: `${name}镇人民政府`, kind: 'town' } as const;
  return { ...record, divisionCode: null, parentId: null, validFrom: null, validTo: null };
}

const MOST: Readonly<Record<Asked, number>> = { robots: 2, list: 8, page: 12 };
const NAMES = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥乾坤震巽坎离艮兑'].map((sign) => `${sign}山`);
