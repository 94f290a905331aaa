type Spoken = 'en' | 'zh';

interface Denying {
  /** Speaks of a fault, which is for a ticket and no need. */
  readonly fault: RegExp;
  /** Words with a "not" in them that denies nothing. */
  readonly harmless: RegExp;
  /** Denies what comes after it, or around it. */
  readonly before: RegExp;
  /** Denies what came before it. */
  readonly after: RegExp;
  /** Says before it that it is somebody else who needs it. */
  readonly others: RegExp;
}

const denying: Record<Spoken, Denying> = {
  en: {
    fault: /(?<![a-z])(?:restart|reboot|error|password|reset)(?![a-z])/u,
    harmless:
      /(?<![a-z])(?:not only|not just|no doubt|no matter|why not|why (?:do|can)n't (?:we|you)|(?:can't|cannot) wait|not sure (?:if|whether|how|which)|(?:don't|do not|doesn't|does not) know (?:if|whether|how|which|who)|(?:can't|couldn't|don't) (?:we|you)|(?:don't|do not) hesitate|if not|or not|(?:not|isn't|aren't) enough|(?:don't|doesn't|do not|does not) have(?! (?:a |any |the )?(?:need|plan|budget|intention|use))|have no(?! (?:need|plan|budget|intention|interest|use))|has no(?! (?:need|plan|budget|intention|interest|use)))/gu,
    before:
      /(?<![a-z])(?:not|no|never|without|cannot|neither|nor|nobody|none|hardly|instead of|rather than|used to|too early to|[a-z]{2,6}n't)(?![a-z])/u,
    after:
      /(?<![a-z])(?:(?:is|are|was|were|be) (?:not|no longer|never)|(?:is|are|was|were)n't) (?:needed|required|necessary|planned|wanted|an option|a priority|on the table)/u,
    others:
      /(?<![a-z])(?:friends?|neighbou?rs?|acquaintances?|(?:i (?:read|heard) that|they say|everybody says)(?! (?:we|our)(?![a-z])))(?![a-z])/u,
  },
  zh: {
    fault: /报错|重启|密码|解锁|打不开|错误/u,
    harmless:
      /要不要|能不能|可不可以|是不是|会不会|需不需要|想不想|用不用|有没有|不知道|不得不|不仅|不但|不只|不光|不错|差不多|不少|不久/gu,
    before:
      /(?:不|没|未|别)(?:再|太|怎么|是|有)?(?:需要|想|要|用|必|打算|考虑|准备|计划|会|愿意|希望|增加|购买|采购|买|换|续|扩|急|取消|终止)|没必要|没有必要|没有打算|没有计划|没有需求|无需|无须|毋须|用不着|拒绝|放弃|已经?(?:增加|新增|购买|采购|买|换|扩|培训|开通|接入|对接|完成|替换|升级)/u,
    after: /不用了?$|不需要|不必|没必要|不考虑|不要了|算了|免了|就不|没有预算/u,
    others:
      /朋友|邻居|亲戚|熟人|别的公司|(?<!我们)其他公司|人家|(?:听说|据说|新闻说|看到报道)(?!你们|您|贵)/u,
  },
};

/** Whether what stands at a place of a clause is said not to be so, to be another's, or not to be wanted but mended. */
export const isDenied = (
  clause: string,
  {
    language,
    place: [start, end],
  }: { readonly language: Spoken; readonly place: readonly [number, number] },
): boolean => {
  const { fault, harmless, before, after, others } = denying[language];
  const text = clause.replaceAll(harmless, (words) => '□'.repeat(words.length));
  return (
    fault.test(text) ||
    before.test(text.slice(0, end)) ||
    after.test(text.slice(end).trimEnd()) ||
    others.test(text.slice(0, start))
  );
};
