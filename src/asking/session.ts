import { WITHDRAWN } from './ask.js';
import { decide } from '../core/decide.js';
import { isDeferred, NOBODY, refusing, type Decision } from '../core/decision.js';
import type { AskRecord } from '../core/history.js';
import { quiet } from '../core/quiet.js';
import { countWaiting } from '../delivery/waiting.js';
import { factsOf } from './facts.js';
import { recollect } from './recollection.js';
import { now } from '../page/clock.js';
import { goOn, isEvent, type Moment } from './presence.js';
import type { Session, SessionPorts } from './session-ports.js';
import { watchManners } from '../page/manners.js';
import { watchNavigation } from '../page/navigation.js';
import { watchTriggers } from '../page/triggers.js';
import { visited } from '../page/visits.js';
import { openStage, type Stage } from './stage.js';

/** A moment that is wrong for longer than this is given up until the next trigger. Milliseconds, as is the pause between looks. */
const PATIENCE = 600_000;
const PAUSE = 1000;

export function startSession({ config, wanted, presence, ports, emit, onIdle }: SessionPorts): Session {
  const { preview = false } = ports;
  const { moments, turns } = presence;
  const { take, settled } = turns;
  const anonymous = config.kind === 'employee';
  const name = anonymous ? 'askwell-employee' : 'askwell';
  let consented = (presence.consent ?? config.consent) === 'granted';
  const known = recollect(config, presence, ports);
  const { user, person, remember, recall } = known;
  if (consented && !preview) known.keep(true);
  let staged: Stage | undefined;
  let current: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  /** May anything be stored? */
  const kept = (): boolean => consented && !preview && config.storage !== 'memory';
  const manners = watchManners(config.manners);

  const judge = (isAsked = false): Decision => {
    if (!presence.isKnown && !anonymous) return NOBODY;
    const facts = {
      ...factsOf(config, user(), known.history, ports.isAskedHere),
      consent: consented,
      manners: manners.measure(),
    };
    const decision = decide(facts, { ...config, ...config.sampling }, now());
    if (kept() && !stopped) ports.onDecision?.(decision, config, user(), isAsked, wanted);
    return decision;
  };

  const stage = (): Stage =>
    (staged ??= openStage({
      ...ports,
      config,
      name,
      preview,
      now,
      emit,
      person,
      // What this ask shuts is noted at once, so that not even the next page view has to look closely.
      remember: (added) => [remember(added), judge(true)],
      recall,
      kept: kept(),
      user,
      history: () => known.history,
    }));

  const leave = (): void => {
    if (person()) current?.abort();
  };

  const erase = async (): Promise<void> => {
    await stage().erase();
    known.erase();
  };

  async function show(trigger: string): Promise<void> {
    if (current || stopped) return;
    const controller = (current = new AbortController());
    const { signal } = controller;
    const open = stage();
    const by = person();
    let record: AskRecord | undefined;
    const end = (): void => {
      // The page let go of it before anybody saw it.
      if (record?.state === 'claimed') open.giveBack(record);
      if (current !== controller) return;
      current = undefined;
      onIdle();
    };
    try {
      // With ten answers waiting something is wrong with the endpoint: no more are asked for.
      if (countWaiting(name) < 10) {
        record = await open.claim((taken) => {
          // Another tab may have asked while the stage was fetched.
          known.glance(taken);
          if (taken.length && config.endpoint) void open.office().catch(() => {});
          return preview || (!signal.aborted && by === person() && judge().eligible);
        });
      }
      if (!record) {
        end();
        // Who has signed in meanwhile is not the anonymous one about whom it was decided.
        if (!by && person()) await fire(trigger);
        return;
      }
      remember({ v: 1, asks: preview ? [] : [{ ...record }] });
      const ask = await open.open(record, trigger, controller, end);
      // Who hears of it may put an end to it.
      if (!signal.aborted && emit('askwell-ask', { ask }) && !signal.aborted) return void (await ports.present(ask));
    } catch (error) {
      if (config.debug) console.warn('[askwell]', error);
    }
    end();
  }

  /** Decides, says so, and asks; a moment that is merely wrong is waited for, but not for ever, and giving up is said too. */
  async function consider(moment: Moment, said?: string): Promise<Decision> {
    const { trigger, since } = moment;
    await settled(recall);
    const decision = judge();
    // Who comes after takes the moment over; or it is over, with its view or its person.
    if (stopped || !moments.has(moment)) return decision;
    const failing = refusing(decision);
    if (isDeferred(failing) && performance.now() - since < PATIENCE) {
      decision.waiting = true;
      // One waits for all.
      moments.clear();
      moments.add(moment);
      clearTimeout(timer);
      const again = quiet(() => current || consider(moment, saying));
      timer = setTimeout(again, PAUSE);
    } else if (consented) moments.delete(moment);
    const saying = (decision.waiting ? 'waits: ' : '') + failing;
    if (said !== saying) {
      emit('askwell-decision', decision);
      if (config.debug) console.debug('[askwell]', trigger, saying, decision);
    }
    if (decision.eligible) await show(trigger);
    return decision;
  }
  const fire = (trigger: string): Promise<Decision> => {
    const moment = { trigger, since: performance.now() };
    moments.add(moment);
    return consider(moment);
  };
  /** What waits is looked at now. */
  const goAhead = (): void => moments.forEach((moment) => void quiet(consider)(moment));

  /** The first reading of a page view: what is known, one more visit, and what waits for delivery. */
  async function begin(): Promise<void> {
    await recall();
    if (stopped) return;
    known.view();
    known.adopt();
    // Where somebody was asked before, an answer may wait, though a killed browser may have lost the copy that is seen at once.
    if (consented && config.endpoint && (countWaiting(name) || known.history.asks.length))
      await stage()
        .office()
        .catch(() => {});
  }

  goOn(presence, `${name}/${config.survey}`, config.when);
  const began = preview ? void show('preview') : quiet(begin)();
  if (!preview) goAhead();
  const triggers = preview
    ? undefined
    : watchTriggers(config.when, quiet(fire), presence.progress, ports.watchGestures);

  const unwatch = watchNavigation(() => {
    // What came in the view before is over; only an event that waits for a better moment may wait for it in this one.
    for (const moment of moments) if (!consented || !isEvent(config.when, moment)) moments.delete(moment);
    // The visit counts in what is decided in it.
    void take(quiet(() => stopped || known.view()));
    triggers?.reset();
  });

  return {
    began,
    get busy() {
      return !!current;
    },
    track: (event) => triggers?.track(event),
    identify(who) {
      const before = person();
      Object.assign(presence, who);
      known.adopt();
      if (before === person()) return;
      if (before) {
        // Who was asked is gone, and shall not be answered for.
        current?.abort();
        moments.clear();
      }
      // Without a moment to wait for, this may be one.
      if (triggers && !config.when[0]) void quiet(fire)('now');
    },
    leave,
    withdraw() {
      consented = false;
      moments.clear();
      known.keep(false);
      current?.abort(WITHDRAWN);
    },
    async consent(state) {
      if (state !== presence.consent) return;
      if (state === 'denied') await erase();
      else {
        if (consented) return;
        known.keep(!preview);
        // This visit comes after those that could not be read before its consent. What is decided until they are known waits.
        await recall(person(), (found) => visited(found, now()));
        if (state !== presence.consent) return;
        // Meanwhile it may have been withdrawn and given again.
        known.keep(!preview);
        consented = true;
        known.adopt();
      }
      // What opened its storage under the other answer is let go of.
      staged?.stop();
      staged = undefined;
      remember(known.history);
      if (consented) goAhead();
    },
    ask: () => fire('manual'),
    explain: () => settled(recall).then(() => judge()),
    office: () => stage().office(),
    async erase() {
      current?.abort(WITHDRAWN);
      await erase();
      known.forget();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      current?.abort();
      triggers?.stop();
      manners.stop();
      unwatch();
      staged?.stop();
    },
  };
}
