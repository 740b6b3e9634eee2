/**
 * A body that is sent piece by piece. An error breaks it off, so that a reader never takes half of it for the whole.
 *
 * Between two pieces the event loop has a turn: an embedded database computes on this thread and gives none, so that without it
 * a piece would leave, and others would be served, only when all had been counted.
 */
export function toStream(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      await new Promise((turn) => setTimeout(turn));
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await texts.return(undefined)),
  });
}
