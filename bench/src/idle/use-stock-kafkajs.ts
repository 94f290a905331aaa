import { registerHooks } from 'node:module';

/** For `--import`: the bus gets kafkajs as it is installed, in the place of the one with its faults mended. */
const mended = /\/packages\/bus\/src\/kafka\/mended-kafkajs\.ts$/;
const stock = new URL('./stock-kafkajs.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) => {
    const resolved = next(specifier, context);
    return mended.test(resolved.url) ? { ...resolved, url: stock } : resolved;
  },
});
