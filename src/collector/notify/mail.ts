import type { LoopItem } from '../loop/items.js';

/** Who is told of a loop item by e-mail. */
export interface MailOptions {
  /** `smtps://user:password@host:465` or `smtp://host:25`. */
  smtp: string;
  from: string;
  to: string | readonly string[];
}

/** @throws TypeError that names the option and the mend. */
export function checkMail({ smtp, from, to }: MailOptions): void {
  if (!/^smtps?:\/\/./.test(smtp)) throw new TypeError("mail: 'smtp' must look like smtps://user:password@host:465.");
  if (!from || !to.length) throw new TypeError("mail: 'from' and 'to' must be addresses.");
}

/**
 * Sends one item as plain text. The same `Message-ID` at every try, so that mailboxes fold a repetition.
 *
 * @param report address of the report page, when it is known.
 * @throws what nodemailer throws when the server does not take it.
 */
export async function sendMail(
  { smtp, from, to }: MailOptions,
  item: LoopItem,
  report: string | undefined,
): Promise<void> {
  const { default: nodemailer } = await import('nodemailer');
  const transport = nodemailer.createTransport(smtp, { connectionTimeout: 10_000, socketTimeout: 20_000 } as object);
  try {
    await transport.sendMail({
      from,
      to: typeof to === 'string' ? to : [...to],
      subject: `Call back: score ${item.score} (${item.survey.replace(/\s+/g, ' ')})`,
      messageId: `<${item.id}@askwell.invalid>`,
      text: text(item, report),
    });
  } finally {
    transport.close();
  }
}

function text({ score, survey, comment, reasons, email, person, due }: LoopItem, report: string | undefined): string {
  return [
    `Somebody gave ${score} of 10 (survey ${survey}) and agreed to be contacted.`,
    `Please call back until ${due.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
    '',
    ...(email ? [`E-mail: ${email}`] : []),
    ...(person ? [`Person: ${person}`] : []),
    ...(reasons?.length ? [`Reasons: ${reasons.join(', ')}`] : []),
    ...(comment ? ['', comment] : []),
    ...(report ? ['', `The loop: ${report}`] : []),
    '',
  ].join('\n');
}
