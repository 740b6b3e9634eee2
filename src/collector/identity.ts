import type { Message } from '../core/message.js';
import type { Signer } from './secret.js';

/**
 * The message, made anonymous when it names a person without proof. With the id go the traits, for they are said of that
 * person; the anonymous id of the device stays, for it claims nothing. Ids are stored composed (NFC); a proof may be of either form.
 */
export async function proven(message: Message, identity: Signer): Promise<Message> {
  const { person } = message;
  if (person?.id === undefined) return message;
  for (const id of new Set([person.id, person.id.normalize('NFD')]))
    if (await identity.verify(id, person.proof ?? '')) return message;
  const { person: _unproven, ...rest } = message;
  return person.anonymousId === undefined ? rest : { ...rest, person: { anonymousId: person.anonymousId } };
}
