import type { Child } from 'hono/jsx';
import type { FilterChoices } from '../unit-filter.js';
import { kindZh } from '../words.js';

/** One choice of a filter. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

interface SelectProps {
  readonly label: string;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | number | undefined;
  /** What no choice means; null where one must be made. */
  readonly any?: string | null;
}

export function Select({ label, name, choices, chosen, any = '全部' }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} data-submit>
        {any !== null && <option value="">{any}</option>}
        {choices.map(({ value, text }) => (
          <option value={value} selected={String(chosen ?? '') === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

export function YearSelect({
  choices,
  chosen,
  any,
}: {
  choices: FilterChoices;
  chosen: number | undefined;
  any?: string | null;
}) {
  const years = choices.years.map((year) => ({ value: String(year), text: `${year} 年度` }));
  return (
    <Select
      label="统计年度"
      name="year"
      choices={years}
      chosen={chosen}
      {...(any === undefined ? {} : { any })}
    />
  );
}

export function CountySelect({ choices, chosen }: { choices: FilterChoices; chosen: string | undefined }) {
  return (
    <Select
      label="所属县（市、区）"
      name="county"
      choices={choices.counties.map((c) => ({ value: c, text: c }))}
      chosen={chosen}
    />
  );
}

export function KindSelect({ choices, chosen }: { choices: FilterChoices; chosen: string | undefined }) {
  return (
    <Select
      label="单位类型"
      name="kind"
      choices={choices.kinds.map((k) => ({ value: k, text: kindZh(k) }))}
      chosen={chosen}
    />
  );
}

/** A form of filters that asks by address, so that what one sees can be bookmarked and sent. */
export function FilterBar({ action, children }: { readonly action: string; readonly children: Child }) {
  return (
    <form class="filters" method="get" action={action} aria-label="筛选">
      {children}
      <button type="submit">筛选</button>
      <a class="quiet" href={action}>
        清除
      </a>
    </form>
  );
}
