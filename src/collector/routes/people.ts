import type { Hono } from 'hono';
import type { Access } from '../access.js';
import { cleanText } from '../clean.js';
import { audit } from '../privacy/audit.js';
import { erasePerson, readPerson } from '../privacy/person.js';
import { subjects } from '../privacy/subject.js';

/** What one person has a right to: all that is stored about them, and that it goes. */
export function peopleRoutes(app: Hono, { now, store, bearer }: Access): void {
  app.get('/v1/people/:id', async (c) => {
    await bearer(c.req.raw);
    const person = cleanText(c.req.param('id'));
    const answers = await store('write', async (db) => {
      const rows = await readPerson(db, person);
      await audit(db, 'person-export', rows.length, await (await subjects(db)).sign(person));
      return rows;
    });
    const present = answers.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
    return c.json({ answers: present }, 200, { 'Cache-Control': 'no-store' });
  });

  app.delete('/v1/people/:id', async (c) => {
    await bearer(c.req.raw);
    const person = cleanText(c.req.param('id'));
    return c.json({ erased: await store('write', (db) => erasePerson(db, person, now())) });
  });
}
