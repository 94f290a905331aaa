import {
  type ApiDocument,
  answerOf,
  type Operation,
  type Parameter,
  parameterOf,
  type Schema,
} from './document.ts';
import { Html, html, prose } from './html.ts';
import { typeOf } from './schema.ts';
import { docsStyle } from './style.ts';

interface Door {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const doorsOf = ({ paths }: ApiDocument): Door[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );

const schemaIn = (
  content: Readonly<Record<string, { schema?: Schema }>> = {},
): Schema | undefined => Object.values(content)[0]?.schema;

const parameterRow = ({ name, in: place, required, schema = {}, description }: Parameter): Html =>
  html`<tr><td><code>${name}</code>${required ? '' : html` <small>optional</small>`}</td><td>${place}</td><td>${typeOf(schema)}</td><td>${prose(description)}</td></tr>
`;

const parameterTable = (parameters: readonly Parameter[]): Html | undefined =>
  parameters.length === 0
    ? undefined
    : html`<h4>Parameters</h4><table>
<thead><tr><th>Name</th><th>In</th><th>Type</th><th>Notes</th></tr></thead>
<tbody>${parameters.map(parameterRow)}</tbody></table>`;

const bodyTable = ({ requestBody }: Operation): Html | undefined => {
  const schema = schemaIn(requestBody?.content);
  return schema && html`<h4>Body</h4>${typeOf(schema)}`;
};

const answerRows = (document: ApiDocument, { responses }: Operation): Html[] =>
  Object.entries(responses).map(([status, part]) => {
    const { description, content } = answerOf(document, part);
    const schema = schemaIn(content);
    return html`<tr><td><code>${status}</code></td><td>${prose(description)}</td><td>${schema && typeOf(schema)}</td></tr>
`;
  });

const scopesOf = ({ security = [] }: Operation): string =>
  security.flatMap((one) => Object.values(one).flat()).join(', ');

const doorSection = (document: ApiDocument, { method, path, operation }: Door): Html => html`
<details id="${operation.operationId}">
<summary><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code> <span>${operation.summary}</span></summary>
<p><code>${operation.operationId}</code> needs the scope <code>${scopesOf(operation)}</code>.</p>
${parameterTable((operation.parameters ?? []).map((part) => parameterOf(document, part)))}
${bodyTable(operation)}
<h4>Answers</h4><table>
<thead><tr><th>Status</th><th>Meaning</th><th>Body</th></tr></thead>
<tbody>${answerRows(document, operation)}</tbody></table>
</details>`;

const tagSection = (document: ApiDocument, doors: readonly Door[], tag: string): Html => html`
<section><h2 id="${tag}">${tag}</h2>
${doors
  .filter(({ operation }) => operation.tags?.includes(tag))
  .map((door) => doorSection(document, door))}
</section>`;

const typeSection = ([name, schema]: readonly [string, Schema]): Html => html`
<div class="type" id="type-${name}"><h3>${name}</h3>${schema.description && html`<p>${prose(schema.description)}</p>`}${typeOf(schema)}</div>`;

/** The documents for people: one page that needs no script and nothing from elsewhere. */
export const docsPage = (document: ApiDocument): string => {
  const { info, tags = [], components } = document;
  const doors = doorsOf(document);
  const names = tags.map(({ name }) => name);
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${info.title} ${info.version}</title><style>${new Html(docsStyle)}</style></head>
<body><header><h1>${info.title} <small>${info.version}</small></h1><p>${prose(info.description)}</p>
<nav>${names.map((name) => html`<a href="#${name}">${name}</a> `)}<a href="#types">types</a>
<a href="/openapi.json">openapi.json</a> <a href="/asyncapi.json">asyncapi.json</a></nav></header>
<main>${names.map((name) => tagSection(document, doors, name))}
<section><h2 id="types">types</h2>${Object.entries(components.schemas).map(typeSection)}</section></main>
</body></html>
`.text;
};
