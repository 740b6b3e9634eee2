/**
 * What the page of a race knows besides the product. `prepare` puts a survey of its own into force, so that every round begins
 * with people who were never asked; `go` fires the trigger at a common instant, by waiting for it in a busy loop.
 */
const RECORDER = `
  const rules = {
    // Without an endpoint: with ten answers waiting nobody is asked, and hidden tabs of WebKit deliver late.
    when: [{ event: 'go' }],
    throttle: { firstAskAfterDays: 0, minVisits: 1, betweenSurveysDays: 0 },
    manners: { hidden: false, automation: false, typing: false },
  };
  let open;
  // Browsers let the timers of a hidden tab sleep for seconds, WebKit for up to half a minute; messages they do not.
  const pause = (ms) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      const until = performance.now() + ms;
      port2.onmessage = () => (performance.now() < until ? port1.postMessage(0) : resolve());
      port1.postMessage(0);
    });
  const race = {
    // Not askwell-shown: that waits until the tab is looked at, and only one of the tabs can be.
    asked: [],
    // At which instants this tab found that it may ask: a tab that saw the claim of another before had no part in the race.
    wanted: [],
    async prepare(survey) {
      await askwell('init', { ...rules, survey });
      // The end of the last round may still be on its way from another tab.
      for (let look = 0; look < 50; look++) {
        if ((await askwell.explain()).eligible) return true;
        await pause(100);
      }
      return false;
    },
    go(at) {
      while (Date.now() < at);
      askwell('track', 'go');
    },
    count: () => race.asked.length,
    finish() {
      open?.dismiss();
      open = undefined;
      return { asked: race.asked.splice(0).length, wanted: race.wanted.splice(0) };
    },
    /** What lies in the durable store about a survey, of whichever tab: the states of its asks. */
    claims: (survey) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('askwell');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const rows = opening.result.transaction('kept').objectStore('kept').getAll();
          rows.onerror = () => reject(rows.error);
          rows.onsuccess = () => {
            opening.result.close();
            resolve(rows.result.filter((row) => row.survey === survey && 'state' in row).map(({ state }) => state));
          };
        };
      }),
    async closed() {
      return (await askwell.explain()).gates.filter((gate) => !gate.pass).map((gate) => gate.code);
    },
  };
  addEventListener('askwell-ask', (event) => {
    open = event.ask;
    race.asked.push(event.ask.id);
  });
  addEventListener('askwell-decision', ({ eligible }) => {
    if (eligible) race.wanted.push(Date.now());
  });
`;

/** The built script tag, as a page has it, and the recorder. */
const RACE_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Race</title><body><h1>Race</h1>
<script>window.askwell = window.askwell || ((...a) => (askwell.q = askwell.q || []).push(a));${RECORDER}</script>
<script src="/dist/askwell.js"></script>`;

export const RACE_SITE = { '/': { html: RACE_PAGE } };

/** What a tab runs, by name; in a page it is `race[name](argument)`. */
export interface RaceTab {
  call<T>(name: 'prepare' | 'go' | 'count' | 'finish' | 'claims' | 'closed', argument?: unknown): Promise<T>;
}
