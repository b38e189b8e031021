import { z } from 'zod';
import { readQuietHours } from '../http/quiet-hours.js';

/** What a value should have been: each completes "expected …, got …". */
const PATTERN = 'a host name such as www.example.org.cn, or *.example.cn for all names under it';
const REASON = 'the reason, in a few words that another person understands';
const PORT = 'a port from 1 to 65535';
const TLS = 'legacy or insecure';
const EXACT = 'one host by its whole name where tls is given: an exception holds for no others';
const LOOPBACK = 'host names with the ports of servers on this machine, such as { site.example: 8123 }';
const QUIET = 'a time of day in Asia/Shanghai such as 08:00-18:00';
const ROBOTS = 'a reason such as robots: { ignore: 条例第二十三条规定的公开平台 }';

const NAME = /^[a-z0-9]+(?:[.-]+[a-z0-9]+)*$/;
const reason = z.string({ error: REASON }).min(4, { error: REASON });
const port = z.int({ error: PORT }).min(1, { error: PORT }).max(65_535, { error: PORT });
const isPattern = (text: string) => NAME.test(text.replace(/^\*\./, '')) && text.includes('.');

export const AllowedHostSchema = z
  .strictObject(
    {
      host: z.string({ error: PATTERN }).refine(isPattern, { error: PATTERN }),
      ports: z.array(port, { error: `a list of ports such as [8080]` }).nullish(),
      tls: z.enum(['legacy', 'insecure'], { error: TLS }).nullish(),
      reason,
    },
    { error: 'an allowed host with host and reason' },
  )
  .refine(({ host, tls }) => !tls || !host.startsWith('*'), { error: EXACT, path: ['host'] });

export const LoopbackSchema = z.record(z.string().regex(NAME, { error: LOOPBACK }), port, {
  error: LOOPBACK,
});

export const QuietHoursSchema = z
  .string({ error: QUIET })
  .refine((text) => readQuietHours(text) !== null, { error: QUIET });

/** A source may be asked at any time though the file has quiet hours. */
export const SourceQuietHoursSchema = z
  .string({ error: `${QUIET}, or none` })
  .refine((text) => text === 'none' || readQuietHours(text) !== null, { error: `${QUIET}, or none` });

export const RobotsSchema = z.strictObject({ ignore: reason }, { error: ROBOTS });
