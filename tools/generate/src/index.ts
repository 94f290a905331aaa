export { type Company, generateCompany } from './generate-company.ts';
export { type SampleSize, sampleSet, sampleSize } from './sample-set.ts';
