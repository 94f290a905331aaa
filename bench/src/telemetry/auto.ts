/** Auto-instrumentation as its documentation has one load it into programs of ES modules. */
export const autoOptions = [
  '--experimental-loader=@opentelemetry/instrumentation/hook.mjs',
  '--import',
  '@opentelemetry/auto-instrumentations-node/register',
];

/** Traces alone, sampled as ours are; nothing is asked of a cloud that is not there. */
export const autoSettings = {
  OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
  OTEL_METRICS_EXPORTER: 'none',
  OTEL_LOGS_EXPORTER: 'none',
  OTEL_NODE_RESOURCE_DETECTORS: 'env,host',
};
