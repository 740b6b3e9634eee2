import { Agent, request } from 'node:http';

/** Posts over kept connections; lighter than fetch, so that on a small machine the client takes less from the server. */
export function createPoster(addresses: readonly string[], width: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  let turn = 0;
  return {
    /** What went wrong, or nothing. */
    post: (body: string): Promise<string | undefined> =>
      new Promise((resolve) => {
        const sent = request(
          `${addresses[turn++ % addresses.length]}/v1/messages`,
          {
            agent,
            method: 'POST',
            headers: { 'Content-Type': 'text/plain', 'Content-Length': Buffer.byteLength(body) },
          },
          (response) => {
            const { statusCode } = response;
            response.resume().on('end', () => resolve(statusCode === 202 ? undefined : String(statusCode)));
          },
        );
        sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}
