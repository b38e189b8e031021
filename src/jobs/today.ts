/** The day in China, `YYYY-MM-DD`: due dates are days of the publishers, whatever clock this machine keeps. */
export function today(now: Date): string {
  return CHINA_DAY.format(now);
}

const CHINA_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
