import type { Message } from '../core/message.js';
import { equal, hmac } from './secret.js';

/** Is `proof` what the host's backend makes of this id: the hex HMAC-SHA-256 of it under the shared secret? */
export async function isProven(secret: string, id: string, proof: string | undefined): Promise<boolean> {
  return proof !== undefined && (await equal(proof.toLowerCase(), await hmac(secret, id)));
}

/**
 * The message, made anonymous when it names a person without proof. With the id go the traits, for they are said of that
 * person; the anonymous id of the device stays, for it claims nothing.
 */
export async function proven(message: Message, secret: string | undefined): Promise<Message> {
  const { person } = message;
  if (secret === undefined || person?.id === undefined || (await isProven(secret, person.id, person.proof))) return message;
  const { person: _unproven, ...rest } = message;
  return person.anonymousId === undefined ? rest : { ...rest, person: { anonymousId: person.anonymousId } };
}
