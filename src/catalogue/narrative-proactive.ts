import type { NarrativeSubject } from './narrative-subjects.js';

/** Channels of proactive disclosure and the words that name them. */
interface Channel {
  readonly labelZh: string;
  readonly words: string;
  /** One of them stands in any text that `words` fits. */
  readonly hints: readonly string[];
}

const CHANNELS: Readonly<Record<string, Channel>> = {
  platform: {
    labelZh: '政府信息公开平台、专栏',
    words: '信息公开(?:专栏|平台|网|目录|专网)|公开专栏',
    hints: [],
  },
  portal: { labelZh: '政府门户网站', words: '网站|门户网', hints: ['网'] },
  weibo_wechat: {
    labelZh: '微博微信等政务新媒体',
    words: '微博|微信|新媒体|公众号|客户端|抖音',
    hints: ['微', '新媒体', '公众号', '客户端', '抖音'],
  },
  media: {
    labelZh: '报刊、广播、电视等媒体',
    words: '报刊|报纸|广播|电视|电台|(?<!新)媒体(?!等其)',
    hints: ['报', '广播', '电', '媒体'],
  },
  other: {
    labelZh: '其他方式',
    words: '其[他它](?:方式|渠道|形式|途径)|公示栏|公开栏|公告栏|宣传栏|查阅点|明白纸|电子屏|公报',
    hints: ['其', '栏', '点', '明白纸', '屏', '公报'],
  },
};
const ANY_CHANNEL = Object.values(CHANNELS)
  .map(({ words }) => words)
  .join('|');
const DISCLOSED = '(?:主动)?公开(?:发布)?(?:了)?(?:各类|各项|政府|政务|有关|相关|类|的){0,3}信息{N}$';
const NOT_ALL = '依申请|其中|同意|要求|申请公开|申请|结果|不予|部分|未|比|较|平均|每|解读';

export const PROACTIVE_SUBJECTS: readonly NarrativeSubject[] = [
  {
    no: 40,
    code: 'narrative.proactive.items',
    labelZh: '主动公开信息数',
    counts: 'items',
    words: ['公开'],
    phrases: [
      { before: DISCLOSED, clauseWithout: `${NOT_ALL}|${ANY_CHANNEL}` },
      {
        before: '主动公开(?:了)?{N}$',
        after: '^(?:的)?(?:各类|政府|政务){0,2}信息',
        clauseWithout: `${NOT_ALL}|${ANY_CHANNEL}`,
      },
    ],
  },
  ...Object.entries(CHANNELS).map(([code, own], place) => channel(41 + place, code, own)),
];

function channel(no: number, code: string, { labelZh, words, hints }: Channel): NarrativeSubject {
  const others = Object.entries(CHANNELS)
    .filter(([other]) => other !== code && (code !== 'other' || other !== 'media'))
    .map(([, channelOf]) => channelOf.words)
    .join('|');
  // 公示栏等其他方式 is other; 媒体等其他方式 too, whatever it names first.
  const without = code === 'other' ? others : `${others}|等其[他它]`;
  const clauseWithout = `依申请|申请公开|不予|未|比|较|每|解读|${without}`;
  return {
    no,
    code: `narrative.proactive.by_channel.${code}`,
    labelZh: `主动公开：${labelZh}`,
    counts: 'items',
    words: ['公开', ...hints],
    phrases: [
      {
        before: '公开(?:发布)?(?:了)?(?:各类|各项|政府|政务|有关|相关|类|的){0,3}(?:信息)?{N}$',
        clauseWith: words,
        clauseWithout,
        near: '主动公开|公开(?:政府|政务)?信息',
        inPart: '',
      },
      {
        before: `(?:${words})(?:渠道|平台|方式|等)?{N}$`,
        clauseWithout,
        follows: 'narrative.proactive.',
        inPart: '',
      },
    ],
  };
}
