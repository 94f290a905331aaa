/** A service does not speak HTTP as it should; nothing that follows on its connection can be trusted. */
export class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer';
}
