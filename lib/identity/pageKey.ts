import type { PageKey } from '../model';

/** Of the hosts of the language, not of the DOM: browsers, workers and Node have it. */
declare const URL: {
  canParse(address: string): boolean;
  new (address: string): {
    readonly protocol: string;
    readonly hostname: string;
    readonly port: string;
    readonly pathname: string;
    readonly search: string;
    readonly hash: string;
  };
};

/** Hosts before a site's name that show the same articles under the same paths. */
const SAME_SITE = /^(?:www|m|wap|mobile|3g)\./;
/** What `www.` may stand before without being a part of: the suffix itself is nobody's site. gov.cn is one. */
const NOT_A_SITE = /^(?:[^.]+|(?:com|net|org|edu|ac|mil)\.cn|(?:com|org|edu|gov)\.(?:hk|tw|mo))$/;
const DEFAULT_PORTS: ReadonlySet<string> = new Set(['', '80', '443']);

/** Parameters that tell how the reader came, not what is read. */
const TRACKING: readonly { readonly name: RegExp; readonly reason: string }[] = [
  { name: /^utm_/, reason: 'campaigns, everywhere' },
  { name: /^(?:gclid|fbclid|msclkid|yclid|bd_vid|hmsr|hmpl|hmcu|hmkw|hmci)$/, reason: 'clicks on advertisements' },
  { name: /^spm(?:_id_from)?$/, reason: 'the position of a link, CCTV and Alibaba' },
  { name: /^scm$/, reason: 'the recommendation that led here, Alibaba' },
  {
    name: /^(?:from|isappinstalled|scene|subscene|clicktime|enterid)$/,
    reason: 'added by WeChat to what is passed on',
  },
  { name: /^(?:nsukey|chksm|wxshare_count|wx_header|ascene|pass_ticket)$/, reason: 'sessions of WeChat' },
  { name: /^share/, reason: 'who passed it on, and where to' },
  { name: /^(?:weibo_id|wfr|xcx|tn|bdpage)$/, reason: 'Weibo, Baidu: the surface it was shown on' },
  { name: /^(?:ref|refer|referer|referrer|source_from|fromid|app_from|channelfrom|ivk_sa)$/, reason: 'where from' },
  { name: /^(?:_|timestamp|tt_from|rand|random|nonce|nocache)$/, reason: 'against caches' },
  {
    name: /^(?:print|printable|printview|amp|mobile|ismobile|wap|isapp|nightmode|fontsize)$/,
    reason: 'how it is shown',
  },
];
/** Only with a time for a value: `t=1652680000`; `t=12` is a page's own. */
const TIME_NAME = /^(?:t|ts|_t|time|v|r|d)$/;
const TIME_VALUE = /^(?:\d{10}|\d{13}|0\.\d{6,})$/;

const INDEX = /\/(?:index|default)\.(?:s?html?|php|aspx?|jsp)$/i;
const PRINT = /(?:[-_.]print)+(?=\.s?html?$)|\/(?:print|amp)\/?$/i;
/**
 * The second page of an article (content_5690000_2.htm, c64094-32422123-2.html). What stands before the number is
 * an id: five letters and digits or more. After a day the number is the id of the article itself
 * (t20050811_21.htm), after a word it may be (content_21.htm) or be the page of a newspaper (node_2.htm).
 */
const PAGE_NUMBER = /(?<=[-_/.])(?=[a-z]*\d)([0-9a-z]{5,})[-_][1-9]\d?(?=\.s?html?$)/i;
const DAY = /(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

const WECHAT = 'mp.weixin.qq.com';

/**
 * A page's identity: its address without what does not change the article: scheme, `www.` and `m.`, fragment,
 * tracking, print views, page numbers, index.html. Null for what is not the address of a page that can be visited
 * again (about:, data:, blob:). The key of `http://` + key is key again.
 */
export function pageKey(address: string): PageKey | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol === 'file:' || url.protocol.endsWith('-extension:')) {
    return `${url.protocol}//${url.hostname}${url.pathname}` as PageKey;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const host = siteOf(url.hostname);
  const port = DEFAULT_PORTS.has(url.port) ? '' : `:${url.port}`;
  const parameters = parametersOf(url.search.slice(1));
  if (host === WECHAT) return `${host}${wechatPath(url.pathname, parameters)}` as PageKey;
  return `${host}${port}${pathOf(url.pathname)}${queryOf(parameters)}${routeOf(url.hash)}` as PageKey;
}

/** Which page of an article an address shows, as pages of several are numbered; 1 where it says nothing. */
export function pageNumberIn(address: string): number {
  if (!URL.canParse(address)) return 1;
  const [found = '', id = ''] = PAGE_NUMBER.exec(new URL(address).pathname.replace(PRINT, '')) ?? [];
  return found === '' || DAY.test(id) ? 1 : Number(found.slice(id.length + 1));
}

function siteOf(hostname: string): string {
  let host = hostname.replace(/\.$/, '');
  while (SAME_SITE.test(host) && !NOT_A_SITE.test(host.replace(SAME_SITE, ''))) host = host.replace(SAME_SITE, '');
  return host;
}

function pathOf(pathname: string): string {
  const path = pathname
    .split('/')
    .map(canonical)
    .join('/')
    .replace(/\/{2,}/g, '/');
  return path
    .replace(PRINT, '')
    .replace(PAGE_NUMBER, (all, id: string) => (DAY.test(id) ? all : id))
    .replace(INDEX, '/')
    .replace(/\/+$/, '');
}

type Parameter = readonly [name: string, value: string | null];

/** `&amp;` stands in addresses that were copied from the source of a page. */
function parametersOf(query: string): Parameter[] {
  const parts = query.replace(/&amp;/g, '&').split('&').filter(Boolean);
  return parts.map((part) => {
    const at = part.indexOf('=');
    if (at < 0) return [canonical(part), null];
    return [canonical(part.slice(0, at)), canonical(part.slice(at + 1).replaceAll('+', '%20'))];
  });
}

function queryOf(parameters: readonly Parameter[]): string {
  const kept = parameters
    .filter((each) => !isTracking(each))
    .map(([name, value]) => (value === null ? name : `${name}=${value}`))
    .sort();
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

function isTracking([written, value]: Parameter): boolean {
  const name = written.toLowerCase();
  if (TIME_NAME.test(name)) return value !== null && TIME_VALUE.test(value);
  return TRACKING.some((each) => each.name.test(name));
}

/** A fragment that names a page of an application (`#/`, `#!/`); any other is a place in the page. */
function routeOf(hash: string): string {
  const [mark] = /^#!?\//.exec(hash) ?? [];
  if (mark === undefined) return '';
  const [path = '', query = ''] = hash.slice(mark.length).split('?', 2);
  const route = `${path}${queryOf(parametersOf(query))}`;
  return route === '' ? '' : `${mark}${route}`;
}

/** An article of WeChat is account, message and place in the message, or a short id. */
function wechatPath(pathname: string, parameters: readonly Parameter[]): string {
  const values = new Map(parameters);
  const [biz, mid, idx] = [
    values.get('__biz'),
    values.get('mid') ?? values.get('appmsgid'),
    values.get('idx') ?? values.get('itemidx'),
  ];
  if (biz && mid) return `/s?__biz=${biz}&mid=${mid}&idx=${idx ?? '1'}`;
  return /^\/s\/./.test(pathname) ? pathOf(pathname) : `${pathOf(pathname)}${queryOf(parameters)}`;
}

/** One way of writing percent signs; what is not UTF-8 (GBK) stays as it is written. */
function canonical(component: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(component));
  } catch {
    return component.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
  }
}
