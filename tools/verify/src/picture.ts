import type { Manifest } from './manifest.ts';

const boxOf = ({ service, nouns }: Manifest): string => {
  const owned = nouns.map((topic) => topic.split('.')[1]).join(', ');
  return `  ${service}["<b>${service}</b><br/>${owned || 'read models of all topics'}"]`;
};

const heardBy = ({ consumers, readModels }: Manifest): Set<string> =>
  new Set([...consumers, ...readModels].flatMap(({ topics }) => topics));

/** One arrow for each pair of services that events lead from and to, with the nouns that they are about. */
const arrows = (manifests: readonly Manifest[]): string[] =>
  manifests.flatMap((from) =>
    manifests.flatMap((to) => {
      const heard = heardBy(to);
      const nouns = from.nouns.filter((topic) => heard.has(topic) && from.service !== to.service);
      const label = nouns.map((topic) => topic.split('.')[1]).join(', ');
      return nouns.length === 0 ? [] : [`  ${from.service} -. "${label}" .-> ${to.service}`];
    }),
  );

/** The platform in one picture, drawn from what the services declare: who is asked, and who hears whom. */
export const pictureOf = (manifests: readonly Manifest[]): string =>
  [
    'flowchart TB',
    '  outside(["outside consumers"]) --> gateway["<b>api-gateway</b>"]',
    ...manifests.map(boxOf),
    ...manifests.map(({ service }) => `  gateway --> ${service}`),
    ...arrows(manifests),
  ].join('\n');
