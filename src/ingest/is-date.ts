/** Whether the text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // 2021-02-30 is either no date or rolls over to March, depending on the engine.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
