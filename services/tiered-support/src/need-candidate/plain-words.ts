/** Words as the rules compare them, and for each of their characters where it comes from. */
export interface PlainWords {
  readonly text: string;
  /** Where, in the words as they were said, each character begins and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Characters of simplified Chinese, each followed by the traditional one: those that the rules have a use for. */
const pairs = `
  们們 个個 购購 买買 订訂 选選 许許 权權 户戶 账賬 号號 块塊 价價 发發 给給 数數 内內 单單 询詢 应應 报報 卖賣 产產 厂廠
  仓倉 库庫 开開 设設 筹籌 园園 区區 门門 办辦 处處 务務 员員 训訓 课課 讲講 习習 术術 认認 证證 带帶 会會 师師 对對 联聯
  络絡 统統 备備 换換 迁遷 旧舊 过過 时時 软軟 维維 续續 约約 费費 终終 阅閱 竞競 争爭 别別 择擇 较較 评評 满滿 扩擴 储儲
  间間 宽寬 载載 负負 压壓 撑撐 顶頂 规規 监監 审審 计計 级級 护護 国國 据據 云雲 实實 验驗 议議 资資 线線 协協 录錄 机機
  构構 请請 帮幫 觉覺 诉訴 说說 话話 虑慮 划劃 愿願 够夠 达達 图圖 专專 业業 标標 准準 执執 试試 预預 测測 环環 节節 总總
  现現 来來 样樣 这這 还還 进進 远遠 么麼 无無 须須 没沒 杂雜 车車 东東 乐樂 书書 写寫 点點 齐齊 账帳 采採 并併 里裡 里裏
  启啟 种種 转轉 优優 问問 题題 经經 断斷 坏壞 后後 谈談 参參 岗崗 页頁 缩縮 绝絕 该該 让讓 错錯 仅僅 担擔 责責 贵貴 欧歐
  适適 为為 两兩 万萬 关關
`;

const simpler: ReadonlyMap<string, string> = new Map(
  Array.from(pairs.matchAll(/(\S)(\S)/gu), ([, one = '', other = '']) => [other, one]),
);

const alike: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u300c': '"',
  '\u300d': '"',
  '\u300e': '"',
  '\u300f': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
};

const plain = (said: string): string => {
  if (/^\s*$/u.test(said)) return said.includes('\n') ? '\n' : ' ';
  const compatible = said
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .toLowerCase();
  return Array.from(compatible, (one) => alike[one] ?? simpler.get(one) ?? one).join('');
};

/** What is written together: a character with its accents, or a run of spaces and line breaks. */
const together = /\s{1,1000}|\S\p{M}{0,8}/gu;

/**
 * Full width or half, capital or small, traditional or simplified, composed or not: the rules need not know.
 * Nothing is lost, because every character remembers what it was made of.
 */
export const plainWords = (said: string): PlainWords => {
  const texts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of said.matchAll(together)) {
    const text = plain(cluster);
    texts.push(text);
    for (let unit = 0; unit < text.length; unit += 1) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return { text: texts.join(''), starts, ends };
};

/** The words as they were said, between two places of the plain ones, with where they stand. */
export const saidBetween = (
  said: string,
  { starts, ends }: PlainWords,
  [from, to]: readonly [number, number],
) => {
  const start = starts[from] ?? 0;
  const end = ends[to - 1] ?? start;
  return { start, end, text: said.slice(start, end) };
};
