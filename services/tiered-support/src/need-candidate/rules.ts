import type { NeedKind, NeedOutlet } from '@steward/contracts';
import type { Pattern } from './pattern.ts';

/** What customers say who need something. */
export interface NeedRule {
  readonly ruleId: string;
  readonly kind: NeedKind;
  readonly leadsTo: NeedOutlet;
  /** How the need is called in the backlog. */
  readonly title: string;
  /** How sure it is where nothing else is known, of 100. */
  readonly strength: number;
  /** Whether a "not" takes the need away, or is just what tells of it, as in "we cannot keep up". */
  readonly negation: 'denies' | 'belongs';
  readonly en: readonly Pattern[];
  readonly zh: readonly Pattern[];
}

/** One rule a row. Where two tell of the same words, the stronger has them; of equals the upper one. */
export const needRules: readonly NeedRule[] = [
  {
    ruleId: 'will-not-renew',
    kind: 'renewal-risk',
    leadsTo: 'opportunity',
    title: 'Renewal at risk',
    strength: 70,
    negation: 'belongs',
    en: [
      "not|never|won't|don't|no longer … renew|renewing|renewal|prolong … contract|subscription|license|licence|agreement|maintenance|service",
      "not|never|won't|don't|no longer … extend|extending … contract|subscription|agreement|maintenance",
    ],
    zh: ['不续|不再续|不想续|不打算续|不准备续|不考虑续|不会续|没打算续 … 约|费|签|订|合同'],
  },
  {
    ruleId: 'leaving',
    kind: 'renewal-risk',
    leadsTo: 'opportunity',
    title: 'Renewal at risk',
    strength: 65,
    negation: 'denies',
    en: [
      'cancel|terminate|cancelling|terminating|end|get out of … contract|subscription|agreement|maintenance',
      'looking at|evaluating|comparing|considering|talking to|offer from|switch to|switching to|moving to … competitor|alternative|other vendor|another vendor|other supplier|another supplier|other provider|another provider',
      'competitor|other vendor|another vendor|other supplier|another supplier|other provider|another provider … offered|offer|cheaper|better price|lower price',
      'whether|if we|not sure … stay with|stick with|remain with|carry on with .. you|your company|your product|your service',
      'we|they|boss|board|management … leave you(?! a| the| some)|look elsewhere|looking elsewhere|go elsewhere|shop around|shopping around',
      'offered us|offers us|quoted us|promised us … half the price|cheaper|lower price|better deal|better price',
    ],
    zh: [
      '终止|取消|解除|提前结束 … 合同|服务|订阅|维保',
      '厂家|厂商|供应商|别家|竞品|友商 … 更便宜|比你们便宜|更优惠',
      '考虑|对比|比较|评估|看看|换成|转向 … 竞品|别家|其他厂商|其他家|其他供应商|别的供应商|友商|竞争对手',
    ],
  },
  {
    ruleId: 'contract-ends',
    kind: 'renewal-risk',
    leadsTo: 'opportunity',
    title: 'Contract ends',
    strength: 45,
    negation: 'denies',
    en: [
      'contract|subscription|license|licence|maintenance|agreement … expire|expiring|runs out|running out|ends in|ending in|up for renewal',
    ],
    zh: ['合同|服务|维保|授权|订阅|许可 … 到期(?!提醒)|过期'],
  },
  {
    ruleId: 'cannot-keep-up',
    kind: 'capacity',
    leadsTo: 'opportunity',
    title: 'More capacity',
    strength: 60,
    negation: 'belongs',
    en: [
      'hit|hitting|reached|reaching .. limit',
      'low on|short of|out of .. storage|space|memory|disk|capacity|bandwidth',
      'keep up … load|traffic|demand|volume|order|user|request|peak',
      'at its limit|at the limit|at capacity|overloaded|out of space|out of storage|out of disk|out of memory|out of capacity|disk is full|storage is full|storage is almost full|disk is almost full|disk space is low|tops out|topping out|maxed out|maxes out',
      'storage|space|memory|disk|capacity|bandwidth .. nearly gone|almost gone|nearly full|almost full|nearly used up|almost used up',
      'slow|sluggish|unusable|slows down|crawls .. peak|rush hour|month end|under load',
    ],
    zh: [
      '撑不住|扛不住|顶不住|跑不动|处理不过来|跟不上|负载过高|超负荷',
      '存储|空间|容量|内存|带宽|性能|磁盘|硬盘 … 不够|不足|快满|满了|用完',
      '高峰|大促|峰值|并发|旺季 … 卡|很慢|太慢|崩|宕机',
    ],
  },
  {
    ruleId: 'more-capacity',
    kind: 'capacity',
    leadsTo: 'opportunity',
    title: 'More capacity',
    strength: 60,
    negation: 'denies',
    en: [
      '@want … more|additional|extra|bigger|larger|faster|expand|double|increase … storage|capacity|bandwidth|server|memory|disk|disk space|node|throughput|performance',
    ],
    zh: [
      '@want … 扩容|加服务器|加内存|加硬盘|加带宽',
      '服务器|内存|存储|带宽|硬盘|磁盘 .. 得升级|要升级|该升级|升级一下|得扩|要扩',
      '@want … 增加|扩大|扩展|提升|更大|更多|加大 … 存储|容量|带宽|服务器|内存|性能|节点',
    ],
  },
  {
    ruleId: 'seats-short',
    kind: 'expansion',
    leadsTo: 'opportunity',
    title: 'More seats',
    strength: 65,
    negation: 'belongs',
    en: [
      "not enough|out of|short of|don't have enough|too few|not have enough … license|licence|seat|user account",
    ],
    zh: ['账号|账户|许可|授权|席位|坐席|用户数|名额 … 不够|不足|快满|用完|满了'],
  },
  {
    ruleId: 'more-seats',
    kind: 'expansion',
    leadsTo: 'opportunity',
    title: 'More seats',
    strength: 65,
    negation: 'denies',
    en: [
      '@want … more|additional|extra|another|further|add(?! (?:me|him|her|my|this|a user))|increase … license|licence|seat|user|user account|module|subscription|workstation|workplace',
      '@want .. (?<!(?:the|our|my|your|these|those|of) )(?:licenses|licences|seats|user accounts)',
    ],
    zh: [
      '@want … 增加|新增|加购|增购|扩充|多加|再加|多买|追加|再开|多开|开通.{0,2}(?:\\d|几个|多个|[一二三四五六七八九十百]{1,3}个) … 账号|账户|用户|许可|授权|席位|坐席|模块|名额|license',
    ],
  },
  {
    ruleId: 'wider-use',
    kind: 'expansion',
    leadsTo: 'opportunity',
    title: 'Wider use',
    strength: 60,
    negation: 'denies',
    en: [
      '@want … upgrade|upgrading … edition|plan|package|tier|version|enterprise|premium',
      '@want … roll out|roll it out|roll this out|rollout|rolling out|extend|expand … subscription|office|department|team|subsidiary|subsidiaries|group|division|whole company',
      'more|additional|another|extra .. people|colleague|employee|user .. will|going to|want to|need to|would like to .. use|using|work with',
      'people|colleague|department|team|office|branch|subsidiary|subsidiaries .. want|would like|would love|need|going to .. use it too|use it as well|use this too|use this as well|use the system|use this system',
    ],
    zh: [
      '@offer|升级到|升到 .. 更高级的版本|更高版本|企业版|旗舰版|专业版|高级版',
      '@want .. 上二期|上三期|做二期|启动二期|二期项目',
      '@want … 升级 … 企业版|旗舰版|高级版|专业版|套餐|版本',
      '部|部门|公司|门店|团队|同事|工厂|那边 .. (?:也想用|也要用|也需要用|也打算用|也想上|也要上|都想用|都要用)(?!.{0,8}(?:登录|密码))',
      '@want … 推广到|推广至|扩展到|覆盖到 … 部门|全公司|子公司|集团|分公司|事业部',
    ],
  },
  {
    ruleId: 'replace',
    kind: 'replacement',
    leadsTo: 'opportunity',
    title: 'Replacement',
    strength: 60,
    negation: 'denies',
    en: [
      '@want … replace|replacing|replacement|migrate|migrating|move away from|get rid of|phase out|successor … system|tool|software|device|server|solution|platform|machine|erp|crm|one',
      '@want … swap (?:[a-z]{1,12} ){1,3}out|swap out|decommission',
      '@want … replace|replacing|replacement for .. handheld|terminal|scanner|printer|laptop|pc|phone|hardware|fleet|them all|all of them',
      'system|tool|software|device|server|solution|platform|machine|erp|crm … outdated|obsolete|end of life|too old|end of support|discontinued|ancient|on its last legs|falling apart|beyond repair',
    ],
    zh: [
      '@want … 替换|更换|换掉|取代|淘汰|换一套|换成|换新|迁移 … 系统|设备|软件|服务器|平台|机器|方案|erp|crm',
      '想换|打算换|准备换|考虑换|在换 .. 一个|一套|一家|新的|新设备|新系统|设备|系统|厂家',
      '系统|设备|软件|服务器|平台|机器 … 太老|老旧|太旧|过时|落后|停产|停止支持',
    ],
  },
  {
    ruleId: 'new-site',
    kind: 'new-site',
    leadsTo: 'opportunity',
    title: 'New site',
    strength: 60,
    negation: 'denies',
    en: [
      'open|opening|build|building|set up|setting up|moving to|moving into|move to|move into .. new|another|second|third|additional .. site|plant|office|branch|warehouse|factory|factories|store|location|data centre|data center|shop',
    ],
    zh: [
      '要开|开了|在建|建 .. 新店|分店|新厂|门店|分公司|新工厂|新仓库',
      '新建|新开|在建|筹建|开设|成立|开一家|建一个|建一座|设立|@want … 新工厂|工厂|分公司|新厂|分店|仓库|办事处|门店|数据中心|子公司|园区|生产基地|新办公室',
    ],
  },
  {
    ruleId: 'quotation',
    kind: 'new-purchase',
    leadsTo: 'opportunity',
    title: 'Purchase',
    strength: 60,
    negation: 'denies',
    en: [
      '@want|send|give|share … quote|quotation|price list|pricing|proposal|price',
      '@want … demo|demonstration|trial|proof of concept',
      'what would|how much would|how much does … cost',
      'what does .. cost',
      'how much … license|licence|system|module|device|software|server|subscription|package|cost',
    ],
    zh: [
      '@want|发|给 … 报价(?!单重)|价格表|询价|价目表',
      '报个价|报一下价|给个价|出个价|什么价',
      '了解|问|咨询|想知道 … 价格|费用|收费',
      '多少钱',
    ],
  },
  {
    ruleId: 'buy',
    kind: 'new-purchase',
    leadsTo: 'opportunity',
    title: 'Purchase',
    strength: 60,
    negation: 'denies',
    en: [
      '@want … buy|buying|purchase|purchasing|order|procure|acquire … license|licence|system|module|device|software|server|subscription|package|solution|product|platform|unit|scanner|printer|terminal|camera|machine|tablet|laptop|sensor|gateway|router|tool|add-on|plan|edition|spare part',
      'do you sell|do you also sell|do you stock|do you supply|where can we buy|where do we order',
      'interested in … plan|package|bundle|module|add-on|product|edition|solution|offering',
    ],
    zh: [
      '@want … 购买|采购|订购|选购|引进|再买|买一套|买一个|买几 … 系统|模块|设备|软件|服务器|套餐|方案|产品|平台|服务|套|台',
      '@want .. 采购|购买|订购|选购|引进 .. 你们|贵司|贵公司|一批|一些|几个',
    ],
  },
  {
    ruleId: 'integrate',
    kind: 'integration',
    leadsTo: 'offering',
    title: 'Integration',
    strength: 55,
    negation: 'denies',
    en: [
      '@want … integrate|integrated|integrating|integration|connected to|connect it|connect this|connect to|connect our|connect your|connector|interface|api|sync|synchronise|synchronize|webhook|single sign-on|sso',
      '@want … hook (?:[a-z]{1,12} ){0,3}up to|hooked up to|tie (?:[a-z]{1,12} ){0,3}into|tied into',
      '@want|would save|would help|would be great|would be nice … flow|flowed|flowing|fed|pushed|pulled … into|over to',
      '@offer .. integration|connector|interface|api|webhook|single sign-on|sso',
    ],
    zh: [
      '@want … 对接|集成|打通|接入|接口|同步|单点登录|api',
      '能|可以|支持 … (?:对接|集成|打通|接入|互通|联通)(?=.{0,6}[吗么])',
    ],
  },
  {
    ruleId: 'train',
    kind: 'training',
    leadsTo: 'offering',
    title: 'Training',
    strength: 55,
    negation: 'denies',
    en: [
      '@want … train|training(?! room)|trained|workshop|course|onboarding|coaching|seminar|webinar',
      '@want … walk (?:our|the|my|new|all|every)(?: [a-z]{1,12}){0,3} through|teach|tutorial|hands-on session|crash course',
      '@offer .. training|workshop|course|onboarding|coaching|seminar|webinar',
    ],
    zh: ['@want … 培训|教学|课程|讲座|上课|带教|操作指导|讲讲|讲解|教一下|教我们'],
  },
  {
    ruleId: 'does-not-know-how',
    kind: 'training',
    leadsTo: 'offering',
    title: 'Training',
    strength: 50,
    negation: 'belongs',
    en: [
      "not know how to|don't know how to|doesn't know how to|nobody knows how to|no one knows how to|never learned how to|struggle to … use|operate|configure|work with",
    ],
    zh: ['不会用|不太会用|不会操作|不知道怎么用|不知道如何使用|不懂怎么用|没人会用'],
  },
  {
    ruleId: 'comply',
    kind: 'compliance',
    leadsTo: 'offering',
    title: 'Compliance',
    strength: 55,
    negation: 'denies',
    en: [
      '@want|auditor|audit|regulator|regulation|law|authority … comply|compliance|compliant|gdpr|iso 27001|nis2|data protection|data retention|audit trail|audit log|encryption|encrypted|certificate',
      'auditor|audit|regulator|insurer|authority|authorities|law|legal department … two-factor|multi-factor|2fa|mfa|penetration test|four-eyes|segregation of duties|access log|archived',
    ],
    zh: [
      '国产化|信创|等保|合规 .. 要求|改造|认证|测评',
      '@want|必须|要求|审计|监管|法规|检查 … 合规|等保|等级保护|审计日志|数据安全|个人信息保护|信创|国产化|加密|留痕',
    ],
  },
  {
    ruleId: 'data-stays',
    kind: 'compliance',
    leadsTo: 'offering',
    title: 'Compliance',
    strength: 55,
    negation: 'belongs',
    en: [
      'data|record|information|backup .. may not|must not|must never|may only|must … leave|stay|remain|kept|stored .. eu|europe|european union|country|germany|switzerland|china|own premises',
      '@want|may only|may not|not allowed to … data|record|information|backup … stay|kept|stored|hosted|remain|leave .. eu|europe|european union|country|germany|switzerland|china|own premises',
    ],
    zh: [
      '数据|资料|信息|记录|备份|日志 .. 必须|只能|要求|不能|不得|不允许|不可以 .. 存|放|留|传 .. 国内|境内|境外|国外|海外',
      '数据|资料|信息 .. 不出境|不能出境|不得出境|不能出省',
    ],
  },
];
