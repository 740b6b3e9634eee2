import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { lint, type Finding } from '../config/lint.js';
import type { Issue } from '../config/plain.js';
import { readiness, type Nps, type Readiness } from '../score/index.js';
import { configIssues } from '../schema/explain.js';
import { jsonFault } from '../schema/json-fault.js';
import { textOf } from './audit-text.js';
import { Complaint, type Io } from './io.js';

const USAGE = `askwell audit <config.json> … [options]
  Several files, or a list in one, are the surveys of one site, and are held against each other as well.

  --data <answers.csv>    answers to score: CSV, or .ndjson of messages or of the collector's export
  --eligible <n>          people who could have been asked
  --shown <n>             people who saw the question, where the data do not tell
  --called-back <0.6>     share of the unhappy who agreed to be called and were
  --json                  for programs

Ends with 1 when there is an error; a warning or a number that is not ready yet is none.
`;

/** One configuration file and what is wrong in it. */
export interface AuditedFile {
  name: string;
  /** Wrong keys and values. */
  errors: Issue[];
  /** What the linter found. */
  findings: Finding[];
}

/** All that `askwell audit` has to say. */
export interface Audit {
  files: AuditedFile[];
  data?: { file: string; nps: Nps; readiness: Readiness };
}

/** Holds a configuration to the schema and the linter, and the answers to `readiness()`. Prints nothing unless all could be read. */
export async function run(argv: string[], io: Io): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      data: text,
      eligible: text,
      shown: text,
      'called-back': text,
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    io.stdout.write(USAGE);
    return 0;
  }
  if (!positionals.length) throw new Complaint('which configuration? Give a JSON file.', 2);
  const given = {
    eligible: countOf('--eligible', values.eligible),
    shown: countOf('--shown', values.shown),
    loop: shareOf('--called-back', values['called-back']),
  };
  const configs = await Promise.all(positionals.map(readConfig));
  const audit: Audit = { files: auditConfigs(positionals, configs) };
  if (values.data !== undefined) {
    // A configuration alone needs no reader of CSV.
    const [{ readData }, { fileSource }] = await Promise.all([import('./audit-data.js'), import('./score.js')]);
    const { source } = await fileSource(values.data);
    const surveys = configs.flat().map((config) => String((config as { survey?: unknown } | null)?.survey ?? 'nps'));
    const { result, shown = given.shown } = await readData(source, surveys);
    const facts = {
      counts: result.counts,
      periods: result.trend?.periods.filter(({ hidden, nps }) => hidden ?? nps?.n),
      ...given,
      shown,
    };
    audit.data = {
      file: values.data,
      nps: result.nps,
      readiness: readiness(definedOnly({ ...facts, answered: shown === undefined ? undefined : result.nps.n })),
    };
  }
  io.stdout.write(values.json ? `${JSON.stringify(audit, null, 2)}\n` : textOf(audit, io.stdout.columns));
  return audit.files.some(({ errors, findings }) => errors.length || findings.some(({ level }) => level === 'error'))
    ? 1
    : 0;
}

/** A finding about several surveys stands with the file that it names first. */
function auditConfigs(names: string[], configs: unknown[]): AuditedFile[] {
  const files = names.map((name): AuditedFile => ({ name, errors: [], findings: [] }));
  const owners = configs.flatMap((config, file) =>
    (Array.isArray(config) ? config : [config]).map((_, at) => ({
      file: files[file]!,
      prefix: Array.isArray(config) ? `[${at}].` : '',
    })),
  );
  const all = configs.flat();
  for (const [k, config] of all.entries()) {
    const { file, prefix } = owners[k]!;
    file.errors.push(...configIssues(config).map(({ path, message }) => ({ path: `${prefix}${path}`, message })));
  }
  for (const finding of lint(all as never)) {
    const [, k, path] = /^\[(\d+)]\.(.*)$/.exec(finding.path)!;
    const { file, prefix } = owners[Number(k)]!;
    file.findings.push({ ...finding, path: `${prefix}${path}` });
  }
  return files;
}

async function readConfig(name: string): Promise<unknown> {
  let text;
  try {
    text = await readFile(name, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Complaint(`there is no file ${name}.`);
    if (code === 'EISDIR') throw new Complaint(`${name} is a folder; name the JSON file in it.`);
    throw error;
  }
  const json = text.replace(/^\uFEFF/, '');
  const fault = jsonFault(json);
  if (fault) throw new Complaint(`${name}, line ${fault.line}, column ${fault.column}: this is not JSON.`);
  return JSON.parse(json) as unknown;
}

function countOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new Complaint(`${option}: '${text}' is not a whole number from 0.`, 2);
  return Number(text);
}

function shareOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const share = Number(text);
  if (!text.trim() || !(share >= 0 && share <= 1))
    throw new Complaint(`${option}: '${text}' is not a share from 0 to 1.`, 2);
  return share;
}

/** Without what is not known: for `readiness` that is a reason by itself. */
const definedOnly = <T extends object>(facts: T): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
