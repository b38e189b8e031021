/**
 * The codes that a column's comment lists, each with its meaning: `状态：number 数字，blank 空白；…` gives number → 数字.
 * Empty where it lists none.
 */
export function codesOf(comment: string): ReadonlyMap<string, string> {
  const list = comment.split('：').slice(1).join('：').split('；')[0]!;
  const codes = list.split('，').flatMap((item) => {
    const match = CODE.exec(item.trim());
    return match ? [[match[1]!, match[2]!] as const] : [];
  });
  return codes.length > 1 ? new Map(codes) : new Map();
}

const CODE = /^([a-z][a-z0-9_.]*) (\S.*)$/;
