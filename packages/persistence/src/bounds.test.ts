import { boundsFor } from './bounds.ts';

describe('the bounds of connections to MongoDB', () => {
  it.each([
    ['mongodb://one:27017,two:27017/?replicaSet=rs', 20],
    ['mongodb://one:27017', 20],
    ['mongodb://one:27017/?replicaSet=rs&maxPoolSize=7', undefined],
    ['mongodb://one:27017/?MAXPOOLSIZE=7', undefined],
  ])('are ours where %s does not set them', (url, maxPoolSize) => {
    expect(boundsFor(url)).toEqual({
      serverSelectionTimeoutMS: 5_000,
      connectTimeoutMS: 5_000,
      heartbeatFrequencyMS: 5_000,
      ...(maxPoolSize && { maxPoolSize }),
    });
  });
});
