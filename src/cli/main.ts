import { nearest } from '../schema/nearest.js';
import { Complaint, type Io } from './io.js';
import { visible } from './visible.js';

interface Command {
  says: string;
  /** Loaded only when called for, so that no command needs the optional packages of another. */
  load: () => Promise<{ run: (argv: string[], io: Io) => Promise<number> }>;
  /** Optional packages that it always needs, so that all that are missing are named at once. */
  needs?: readonly string[];
}

const COLLECTOR = ['hono', 'kysely', 'd3-scale', 'd3-shape'];
const COMMANDS: Record<string, Command> = {
  serve: {
    says: 'collects answers and shows the report',
    load: () => import('./serve.js'),
    needs: [...COLLECTOR, '@hono/node-server'],
  },
  import: {
    says: 'brings answers of another survey tool into a collector',
    load: () => import('./import.js'),
    needs: COLLECTOR,
  },
  export: {
    says: 'writes answers as CSV, NDJSON or SPSS syntax',
    load: () => import('./export.js'),
    needs: COLLECTOR,
  },
  score: { says: 'prints the score of a CSV file, with its margin', load: () => import('./score.js') },
  audit: {
    says: 'checks a configuration for neutrality and its answers for readiness',
    load: () => import('./audit.js'),
  },
};

const USAGE = `askwell <command> [options]

${Object.entries(COMMANDS)
  .map(([name, { says }]) => `  ${name.padEnd(8)}${says}\n`)
  .join('')}
askwell <command> --help shows the options of one; askwell --version the version.
`;

/**
 * Runs the command that the arguments name. Exit code: what the command returns; 1 when its data or environment are at
 * fault, 2 when its arguments are.
 */
export async function main(argv: string[], io: Io): Promise<number> {
  const [name = '', ...rest] = argv;
  try {
    if (name === '--version' || name === '-v') {
      const { VERSION } = await import('../version.js');
      io.stdout.write(`${VERSION}\n`);
      return 0;
    }
    if (name === '--help' || name === '-h' || name === 'help') {
      io.stdout.write(USAGE);
      return 0;
    }
    return await (await load(name)).run(rest, io);
  } catch (error) {
    const complaint = asComplaint(error, rest, name);
    if (!complaint) throw error;
    io.stderr.write(visible(`askwell${Object.hasOwn(COMMANDS, name) ? ` ${name}` : ''}: ${complaint.message}\n`));
    return complaint.exitCode;
  }
}

function load(name: string): ReturnType<Command['load']> {
  if (!name) throw new Complaint(`which command?\n\n${USAGE}`, 2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command.load();
  const meant = nearest(name, Object.keys(COMMANDS));
  const mend = meant ? `did you mean ${meant}?` : `write one of ${Object.keys(COMMANDS).join(', ')}.`;
  throw new Complaint(`there is no command '${name}'; ${mend}`, 2);
}

/** An error as a complaint, if it is one that the user can mend: a wrong option, or an optional package that is not installed. */
function asComplaint(error: unknown, argv: readonly string[], name: string): Complaint | undefined {
  if (error instanceof Complaint) return error;
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (String(error.code).startsWith('ERR_PARSE_ARGS')) {
    return new Complaint(`${error.message}\nSee askwell ${name} --help.`, 2);
  }
  const absent = /^Cannot find package '([^']+)'/.exec(error.message)?.[1];
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !absent) return undefined;
  const needs = COMMANDS[name]?.needs ?? [];
  const missing = [...new Set([absent, ...[...needs, ...(needs.length ? [driver(argv)] : [])].filter(isMissing)])].join(
    ' ',
  );
  return new Complaint(
    missing === absent
      ? `this command needs the package ${absent}, which is not installed: npm install ${absent}`
      : `this command needs packages that are not installed: npm install ${missing}`,
  );
}

/** What speaks to the database that the arguments name. */
const driver = (argv: readonly string[]): string =>
  argv.some((word) => word.startsWith('--database-url')) || process.env.ASKWELL_DATABASE_URL
    ? 'pg'
    : '@electric-sql/pglite';

function isMissing(name: string): boolean {
  try {
    import.meta.resolve(name);
    return false;
  } catch {
    return true;
  }
}
