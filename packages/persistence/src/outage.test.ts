import { mongo } from 'mongoose';
import { isOutage } from './outage.ts';

const labelled = (label: string): Error => {
  const error = new mongo.MongoServerError({ message: 'try again', code: 112 });
  error.addErrorLabel(label);
  return error;
};

const server = (code: number): Error =>
  new mongo.MongoServerError({ message: `code ${code}`, code });

describe('outage', () => {
  it.each([
    { what: 'a connection that broke', error: new mongo.MongoNetworkError('reset') },
    { what: 'a primary that stepped down', error: server(189) },
    { what: 'a server that shuts down', error: server(91) },
    { what: 'a transaction that may be tried again', error: labelled('TransientTransactionError') },
    {
      what: 'a commit of which nothing is known',
      error: labelled('UnknownTransactionCommitResult'),
    },
    {
      what: 'what was caused by one',
      error: new Error('x', { cause: new mongo.MongoNetworkError('y') }),
    },
  ])('is $what', ({ error }) => {
    expect(isOutage(error)).toBe(true);
  });

  it.each([
    { what: 'a key that is taken', error: server(11000) },
    { what: 'a document that is too large', error: server(10334) },
    { what: 'a fault in our own code', error: new TypeError('undefined is not a function') },
    { what: 'something that is no error', error: 'MongoNetworkError' },
  ])('is not $what', ({ error }) => {
    expect(isOutage(error)).toBe(false);
  });
});
