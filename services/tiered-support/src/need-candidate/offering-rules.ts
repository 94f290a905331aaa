import type { NeedRule } from './need-rule.ts';

/** What customers say who need something that we may not offer yet. */
export const offeringRules: readonly NeedRule[] = [
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
