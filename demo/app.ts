import 'askwell/define';
import type { AskWell, AskwellEventMap } from 'askwell';

const survey = document.getElementById('survey') as AskWell;
const log = document.getElementById('log')!;
const user = document.getElementById('user') as HTMLSelectElement;

survey.config = {
  when: [{ event: 'invoice_paid', count: 2 }],
  throttle: { firstAskAfterDays: 0, minVisits: 1, betweenSurveysDays: 0 },
  reasons: ['Price', 'Ease of use', 'Support', 'Speed', 'Something is missing'],
  contact: true,
  user: { id: user.value, traits: { plan: 'pro' } },
  context: { properties: { branch: 'App' } },
};

user.addEventListener('change', () => {
  void survey.identify(user.value ? { id: user.value, traits: { plan: 'pro' } } : undefined);
});

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-pay]')) {
  button.addEventListener('click', () => {
    button.disabled = true;
    button.textContent = 'Paid';
    survey.track('invoice_paid');
  });
}

document.getElementById('reset')!.addEventListener('click', async () => {
  await survey.reset();
  location.reload();
});

const heard: (keyof AskwellEventMap)[] = [
  'askwell-decision',
  'askwell-ask',
  'askwell-shown',
  'askwell-score',
  'askwell-response',
  'askwell-dismiss',
  'askwell-delivery',
  'askwell-error',
];
for (const name of heard) {
  survey.addEventListener(name, (event) => {
    const detail = JSON.stringify(event.detail, (key, value: unknown) => (key === 'ask' ? undefined : value));
    log.textContent = `${name} ${detail}\n${log.textContent}`.slice(0, 6000);
  });
}
