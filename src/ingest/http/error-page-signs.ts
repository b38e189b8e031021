/** What error pages say that sites serve with 200. Data: a new wording is a line here and one in the test. */
export interface ErrorPageSign {
  readonly sign: RegExp;
  /** What such a page is, for people. */
  readonly what: string;
  /** Looked for in what is shown, else in the markup. */
  readonly inText: boolean;
}

const MISSING = 'a page of the kind "not found"';
const BROKEN = 'a page of the kind "server error"';
const MAINTENANCE = 'a maintenance notice';
const TOO_OFTEN = 'a page of the kind "too many requests"';
const BOT_CHECK = 'a bot check';
const BLOCKED = 'a page of a firewall that blocks us';

const shown = (what: string, sign: RegExp): ErrorPageSign => ({ what, sign, inText: true });
const inMarkup = (what: string, sign: RegExp): ErrorPageSign => ({ what, sign, inText: false });

/** Titles of error pages: these hold however much menu stands around them. */
export const TITLE_SIGNS: readonly Pick<ErrorPageSign, 'sign' | 'what'>[] = [
  {
    what: MISSING,
    sign: /^(?:错误\s*)?404\b|(?:页面|网页|文件|内容)(?:不存在|未找到|找不到|丢失)|^(?:page )?not found/i,
  },
  {
    what: BROKEN,
    sign: /^(?:错误\s*)?50\d\b|^(?:系统|服务器|程序)?(?:错误|出错|异常|报错)|^(?:internal server|runtime) error|bad gateway/i,
  },
  {
    what: MAINTENANCE,
    sign: /(?:系统|网站|站点|服务器).{0,4}(?:维护|升级)|^(?:维护|升级)|service unavailable|under maintenance/i,
  },
  { what: BOT_CHECK, sign: /^(?:安全|人机|访问|滑动)(?:验证|检查|检测)|^just a moment/i },
  {
    what: BLOCKED,
    sign: /(?:请求|访问).{0,8}(?:拦截|拒绝|阻断|禁止)|^40[13]\b|^(?:403 )?forbidden|access denied/i,
  },
];

/** Looked for only where the page says little else. */
export const ERROR_PAGE_SIGNS: readonly ErrorPageSign[] = [
  // Too often
  shown(
    TOO_OFTEN,
    /(?:访问|请求|操作|查询)(?:过于|太过?|次数过?)(?:频繁|多|快)|请?稍[后候]再?(?:试|访问)|too many requests/i,
  ),
  // Firewalls
  shown(
    BLOCKED,
    /(?:请求|访问|行为|操作|IP).{0,20}(?:被.{0,6}(?:拦截|拒绝|阻断|禁止)|(?:存在|含有|包含|带有).{0,8}(?:威胁|攻击|危险|风险|不合法))|网站防火墙|云(?:锁|盾)|安全狗|创宇盾|web ?application firewall|access denied|forbidden/i,
  ),
  // Bot checks: a script that sets a cookie and loads the page again, with nothing shown
  shown(
    BOT_CHECK,
    /(?:请输入|输入|图形|滑动|拖动).{0,10}验证(?:码)?|(?:安全|人机|访问)验证|enable javascript|开启\s*javascript|checking your browser/i,
  ),
  inMarkup(
    BOT_CHECK,
    /acw_sc__v\d|__jsl_clearance|_\$jsvmprt|\$_ts\s*=\s*window|yunsuo_session|wzws_(?:cid|reurl)|cdn-cgi\/challenge|_Incapsula_Resource|aliyun_waf|EO_Bot_Ssid/,
  ),
  // Maintenance
  shown(
    MAINTENANCE,
    /(?:系统|网站|站点|平台|服务器|页面|栏目|本站).{0,10}(?:维护|升级|改版|建设)(?:中|期间)|正在(?:进行)?.{0,6}(?:维护|升级|改版|建设)|service (?:temporarily )?unavailable|under (?:maintenance|construction)/i,
  ),
  // Not found
  shown(
    MISSING,
    /(?<![\d.])404(?![\d.]|\s*[件条次个项份人万元年月日号])|(?:页面|网页|文件|内容|资源|栏目|文章|信息|地址).{0,10}(?:不存在|未找到|找不到|没有找到|已(?:被)?(?:删除|移除|下线)|丢失|走丢)|(?:找不到|未找到|没有找到).{0,12}(?:页面|网页|文件|内容|资源)|not found/i,
  ),
  // Broken
  shown(
    BROKEN,
    /(?:系统|服务器|程序|数据库|网络).{0,6}(?:错误|出错|异常|繁忙|连接失败|故障)|internal server error|bad gateway|gateway time-?out|runtime error|^50[0234]\b(?![.\d]|\s*[件条次个项份人万元])|(?:error|exception|异常|错误)(?: (?:code|occurred)|代码)/i,
  ),
];
