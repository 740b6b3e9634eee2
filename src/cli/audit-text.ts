import { format } from '../score/index.js';
import type { Audit, AuditedFile } from './audit.js';
import { wrap } from './wrap.js';

/** The audit for people, no line wider than `columns` where words allow. */
export function textOf({ files, data }: Audit, columns = 80): string {
  const lines = files.flatMap((file) => [file.name, ...configuration(file, columns), '']);
  if (data) {
    const { nps } = data;
    lines.push(data.file);
    lines.push(
      nps.interval
        ? `  NPS ${format(nps.score)}, from ${format(nps.interval.low)} to ${format(nps.interval.high)} at 95 %,` +
            ` ${plural(nps.n, 'answer')}`
        : '  No answers.',
    );
    lines.push(`  May this number carry a decision yet? ${data.readiness.ready ? 'Yes.' : 'Not yet:'}`);
    lines.push(...data.readiness.reasons.flatMap((reason) => wrap(reason, '  - ', columns)), '');
  }
  const errors = files.flatMap((file) => [...file.errors, ...file.findings.filter(({ level }) => level === 'error')]);
  const warnings = files.flatMap(({ findings }) => findings.filter(({ level }) => level === 'warning'));
  lines.push(`${plural(errors.length, 'error')}, ${plural(warnings.length, 'warning')}.`);
  return `${lines.join('\n')}\n`;
}

function configuration({ errors, findings }: AuditedFile, columns: number): string[] {
  if (!errors.length && !findings.length) return ['  Nothing to mend.'];
  return [
    ...errors.flatMap(({ path, message }) => wrap(`${path || 'the whole'}: ${message}`, '  error    ', columns)),
    ...findings.flatMap(({ level, code, path, message, source }) => [
      ...wrap(`${path}: ${message} (${code})`, `  ${level.padEnd(9)}`, columns),
      ...wrap(`Source: ${source}`, '           ', columns),
    ]),
  ];
}

const plural = (n: number, word: string): string => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
