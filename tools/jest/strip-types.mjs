import { stripTypeScriptTypes } from 'node:module';

/** Jest sees what Node would run: the source with its types blanked out, so lines and columns stay. */
export default {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
  getCacheKey: (source, path) => `${process.version}:${path}:${source.length}:${hash(source)}`,
};

const hash = (text) => {
  let value = 0;
  for (let i = 0; i < text.length; i += 1) value = (Math.imul(31, value) + text.charCodeAt(i)) | 0;
  return value;
};
