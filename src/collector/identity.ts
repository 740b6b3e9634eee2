import type { Message } from '../core/message.js';
import type { Signer } from './secret.js';

/**
 * The message, made anonymous when it names a person without proof. With the id go the traits, for they are said of that
 * person; the anonymous id of the device stays, for it claims nothing.
 */
export async function proven(message: Message, identity: Signer): Promise<Message> {
  const { person } = message;
  if (person?.id === undefined || (await identity.verify(person.id, person.proof ?? ''))) return message;
  const { person: _unproven, ...rest } = message;
  return person.anonymousId === undefined ? rest : { ...rest, person: { anonymousId: person.anonymousId } };
}
