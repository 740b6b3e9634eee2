import { writeFileSync } from 'node:fs';
import { messageJsonSchema } from '../src/schema/index.js';

// The message for receivers in other languages, from the same source that the collector checks with.
writeFileSync(
  new URL('../dist/message.schema.json', import.meta.url),
  `${JSON.stringify(messageJsonSchema(), null, 2)}\n`,
);
