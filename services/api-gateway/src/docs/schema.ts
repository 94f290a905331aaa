import { type Schema, schemaNamed } from './document.ts';
import { type Html, html, prose } from './html.ts';

const range = (least: number | undefined, most: number | undefined): string | undefined => {
  // Every whole number in JSON has these bounds; they say nothing of the field.
  const from = least === Number.MIN_SAFE_INTEGER ? undefined : least;
  const to = most === Number.MAX_SAFE_INTEGER ? undefined : most;
  if (from === undefined) return to === undefined ? undefined : `at most ${to}`;
  return to === undefined ? `at least ${from}` : `${from} to ${to}`;
};

const bounds = (schema: Schema): string => {
  const { minimum, maximum, minLength, maxLength, format, pattern } = schema;
  const length = range(minLength, maxLength);
  return [
    range(minimum, maximum),
    length && `${length} characters`,
    format ?? (pattern && `matches ${pattern}`),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
};

const plain = (schema: Schema): Html => {
  const limits = bounds(schema);
  return html`${schema.type ?? 'anything'}${limits && ` (${limits})`}`;
};

const either = (parts: readonly Schema[]): Html =>
  html`${parts.map((part, at) => html`${at === 0 ? '' : ' or '}${typeOf(part)}`)}`;

const mapped = (values: Schema): Html => html`object, each value ${typeOf(values)}`;

/** What a value must be, in a few words; a named type is a link to its table. */
export const typeOf = (schema: Schema): Html => {
  const name = schemaNamed(schema);
  if (name !== undefined) return html`<a href="#type-${name}">${name}</a>`;
  if (schema.enum) return html`${schema.enum.map((value) => html`<code>${String(value)}</code> `)}`;
  if (schema.const !== undefined) return html`<code>${String(schema.const)}</code>`;
  const parts = schema.anyOf ?? schema.oneOf;
  if (parts) return either(parts);
  if (schema.items) return html`list of ${typeOf(schema.items)}`;
  if (schema.properties) return fieldTable(schema);
  if (typeof schema.additionalProperties === 'object') return mapped(schema.additionalProperties);
  return plain(schema);
};

/** The fields of an object. */
export const fieldTable = ({ properties = {}, required = [] }: Schema): Html => html`<table>
<thead><tr><th>Field</th><th>Type</th><th>Notes</th></tr></thead>
<tbody>${Object.entries(properties).map(
  ([
    name,
    field,
  ]) => html`<tr><td><code>${name}</code>${required.includes(name) ? '' : html` <small>optional</small>`}</td><td>${typeOf(field)}</td><td>${prose(field.description)}</td></tr>
`,
)}</tbody></table>`;
