import type { PostgresPool } from 'kysely';
import type { Pool, PoolConfig } from 'pg';

/** What a pooler such as PgBouncer says that hands on no settings of a connection. */
const REFUSES_SETTINGS = /unsupported startup parameter/;

/**
 * Connections to a server.
 *
 * @param max how many at most.
 * @param statement_timeout milliseconds that one statement may take. Behind a pooler that takes no settings it does not hold;
 * there the operator sets it for the role.
 */
export async function createPool(
  connectionString: string,
  max: number,
  statement_timeout: number,
): Promise<PostgresPool> {
  const { default: pg } = await import('pg');
  const make = (settings: PoolConfig) => {
    const made = new pg.Pool({
      connectionString,
      max,
      connectionTimeoutMillis: 5_000,
      application_name: 'askwell',
      ...settings,
    });
    // A connection that breaks while idle is replaced on next use; without a listener Node would end the process.
    return made.on('error', () => {});
  };
  const limited = make({ statement_timeout });
  let bare: Pool | undefined;
  return {
    options: {},
    async connect() {
      if (bare) return bare.connect();
      try {
        return await limited.connect();
      } catch (error) {
        if (!REFUSES_SETTINGS.test((error as Error).message)) throw error;
        bare ??= make({});
        return bare.connect();
      }
    },
    end: async () => void (await Promise.all([limited.end(), bare?.end()])),
  };
}
