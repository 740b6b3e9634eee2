import type { Decision } from '../src/core/decision.js';

type Command = ((...args: unknown[]) => void) & { explain(): Promise<Decision>; reset(): Promise<void> };
declare global {
  interface Window {
    askwell: Command;
  }
}

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
let items = 0;

for (const button of document.querySelectorAll('[data-add]')) {
  button.addEventListener('click', () => {
    items += 1;
    element('basket').textContent = `${items} in the basket.`;
    window.askwell('track', 'added_to_basket');
  });
}

element('explain').addEventListener('click', async () => {
  const { gates } = await window.askwell.explain();
  const table = element<HTMLTableElement>('gates');
  table.hidden = false;
  table.tBodies[0]?.remove();
  const body = table.createTBody();
  for (const gate of gates) {
    const row = body.insertRow();
    for (const cell of [gate.pass ? '✓' : '✗', gate.code, gate.actual, gate.required, gate.nextEligibleAt]) {
      row.insertCell().textContent = cell === undefined ? '' : String(cell);
    }
  }
});

element('reset').addEventListener('click', async () => {
  await window.askwell.reset();
  location.reload();
});
