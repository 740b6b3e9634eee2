import { createAskwell, type Ask } from 'askwell';

const form = document.getElementById('answer') as HTMLFormElement;
const heading = document.getElementById('asked')!;
const said = document.getElementById('said')!;
const { score, comment } = form.elements as unknown as { score: HTMLInputElement; comment: HTMLTextAreaElement };

let ask: Ask | undefined;

function end(words: string): void {
  ask = undefined;
  form.hidden = true;
  form.reset();
  heading.textContent = 'Nothing is asked';
  said.textContent = words;
}

const askwell = createAskwell(
  {
    survey: 'own',
    endpoint: '/collector/v1/messages',
    when: [{ event: 'export_finished' }],
    throttle: { firstAskAfterDays: 0, minVisits: 1, betweenSurveysDays: 0 },
  },
  {
    // Called when somebody is to be asked. Everything from here on is this page's own.
    present(presented) {
      ask = presented;
      const question = 'How likely is it that you would recommend us to a friend or colleague?';
      heading.textContent = question;
      said.textContent = '';
      form.hidden = false;
      if (ask.prefill !== undefined) score.valueAsNumber = ask.prefill;
      // Only what was really on screen counts as shown; the message carries the words that were read.
      ask.shown({ question, followUp: 'The primary reason, optional', locale: 'en', dir: 'ltr', layout: 'own' });
      // Answered in another tab, reset, or the rules changed: take the form away.
      ask.signal.addEventListener('abort', () => end(''));
    },
  },
);

// The score is safe as soon as it is given; it may change until it is sent.
score.addEventListener('change', () => {
  if (score.validity.valid) ask?.score(score.valueAsNumber);
});
comment.addEventListener('input', () => ask?.comment(comment.value));

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  // A score that stood in the address counts only now, by the person's own hand.
  if (!ask || !event.isTrusted) return;
  ask.score(score.valueAsNumber);
  const kept = await ask.submit();
  if (kept === 'memory') said.textContent = 'Your answer could not be saved yet. Send it again.';
  else end('Thank you for your answer.');
});

for (const way of ['snooze', 'optOut', 'dismiss'] as const) {
  (form.elements.namedItem(way) as HTMLButtonElement).addEventListener('click', () => {
    if (ask?.[way]()) end('');
  });
}

document.getElementById('finish')!.addEventListener('click', () => askwell.track('export_finished'));
document.getElementById('forget')!.addEventListener('click', async () => {
  await askwell.reset();
  location.reload();
});

const trail = document.getElementById('trail')!;
function note(words: string): void {
  const line = document.createElement('li');
  line.textContent = words;
  trail.prepend(line);
}
askwell.on('askwell-decision', ({ eligible, gates }) =>
  note(
    eligible
      ? 'The rules allow a question.'
      : `Not now: ${gates
          .filter(({ pass }) => !pass)
          .map(({ code }) => code)
          .join(', ')}.`,
  ),
);
askwell.on('askwell-score', (event) => note(`Score ${event.score} given.`));
askwell.on('askwell-response', () => note('The answer is complete.'));
askwell.on('askwell-dismiss', ({ reason }) => note(`Left by ${reason}.`));
askwell.on('askwell-delivery', ({ revision, status }) => note(`Revision ${revision}: ${status}.`));
