import { expect } from '@open-wc/testing';
import type { EndpointObject } from '../../src/config/config.js';
import type { Message } from '../../src/core/message.js';
import { loadFormat } from '../../src/delivery/formats.js';
import { message } from './bench.js';

const FULL = message(7, 2, {
  final: true,
  score: 0,
  category: 'detractor',
  comment: 'Too dear.\nReally & truly',
  reasons: ['price', 'support'],
  contact: { ok: true, email: 'ann@example.com' },
  person: { id: 'u_42', anonymousId: 'a1', traits: { plan: 'pro' } },
  context: { path: '/billing', properties: { release: '7', score: 10 } },
});
const ASKED = message(7, 0, { type: 'asked', score: undefined, category: undefined, person: { anonymousId: 'a1' } });
const ID = FULL.id;

const PROPERTIES = {
  release: '7',
  response_id: ID,
  revision: 2,
  final: true,
  survey_id: 'nps',
  survey_kind: 'relational',
  survey_wave: '2026-Q4',
  survey_trigger: 'seconds',
  score: 0,
  category: 'detractor',
  comment: 'Too dear.\nReally & truly',
  reasons: ['price', 'support'],
  question: 'How likely?',
  locale: 'en',
  layout: 'corner',
  path: '/billing',
};

const shape = async (name: string, of: Message, endpoint: EndpointObject = {}) =>
  (await loadFormat(name))(JSON.parse(JSON.stringify(of)), { url: 'https://example.com/', ...endpoint })!;
const bodyOf = async (name: string, of: Message, endpoint?: EndpointObject) =>
  JSON.parse((await shape(name, of, endpoint)).body);

describe('formats', () => {
  // https://www.twilio.com/docs/segment/connections/sources/catalog/libraries/server/http-api
  it('segment: a track call with the write key in the body', async () => {
    expect(await bodyOf('segment', FULL, { options: { writeKey: 'wk' } })).to.deep.equal({
      writeKey: 'wk',
      userId: 'u_42',
      event: 'NPS Answered',
      properties: PROPERTIES,
      timestamp: FULL.at,
      messageId: `${ID}.2`,
      context: { library: { name: 'askwell', version: '1.0.0' } },
    });
    expect(await bodyOf('segment', ASKED))
      .to.include({ anonymousId: 'a1', event: 'NPS Asked' })
      .and.not.have.property('userId');
  });

  it('segment: as text/plain, which needs no preflight', async () => {
    expect((await shape('segment', FULL)).headers).to.equal(undefined);
  });

  // https://posthog.com/docs/api/capture, https://posthog.com/docs/surveys/implementing-custom-surveys
  it('posthog: a capture of its own survey events', async () => {
    expect(await bodyOf('posthog', FULL, { options: { apiKey: 'phc', surveyId: 's1' } })).to.deep.equal({
      api_key: 'phc',
      uuid: ID,
      event: 'survey sent',
      distinct_id: 'u_42',
      timestamp: FULL.shown.at,
      properties: {
        ...PROPERTIES,
        $survey_id: 's1',
        $survey_submission_id: ID,
        $survey_response: 0,
        $survey_response_1: 'Too dear.\nReally & truly',
        $survey_completed: true,
      },
    });
    const asked = await bodyOf('posthog', ASKED);
    expect(asked).to.include({ event: 'survey shown', distinct_id: 'a1' });
    expect(asked.properties).to.include({ $process_person_profile: false, $survey_id: 'nps' });
  });

  it('posthog: two revisions are one event, by uuid, event, time and person', async () => {
    const same = ({ uuid, event, timestamp, distinct_id }: any) => ({ uuid, event, timestamp, distinct_id });
    const later = message(7, 3, { ...FULL, revision: 3, at: '2026-11-22T10:09:00.000Z' });
    expect(same(await bodyOf('posthog', later))).to.deep.equal(same(await bodyOf('posthog', FULL)));
  });

  // https://docs.mixpanel.com/reference/track-event, https://docs.mixpanel.com/reference/event-deduplication
  it('mixpanel: a list of one event with token, time in milliseconds and $insert_id', async () => {
    expect(await bodyOf('mixpanel', FULL, { options: { token: 't' } })).to.deep.equal([
      {
        event: 'NPS Answered',
        properties: { ...PROPERTIES, token: 't', time: 1795341600000, distinct_id: 'u_42', $insert_id: ID },
      },
    ]);
    expect(ID.length).to.be.at.most(36);
  });

  // https://amplitude.com/docs/apis/analytics/http-v2
  it('amplitude: a batch of one event', async () => {
    expect(await bodyOf('amplitude', FULL, { options: { apiKey: 'k' } })).to.deep.equal({
      api_key: 'k',
      events: [
        {
          user_id: 'u_42',
          event_type: 'NPS Answered',
          time: 1795341600000,
          insert_id: `${ID}.2`,
          event_properties: PROPERTIES,
        },
      ],
      options: { min_id_length: 1 },
    });
    const [asked] = (await bodyOf('amplitude', ASKED)).events;
    expect(asked).to.include({ device_id: 'a1', event_type: 'NPS Asked' }).and.not.have.property('user_id');
  });

  // https://plausible.io/docs/events-api
  it('plausible: properties are strings and say nothing personal', async () => {
    expect(await bodyOf('plausible', FULL, { options: { domain: 'example.com' } })).to.deep.equal({
      name: 'NPS Answered',
      domain: 'example.com',
      url: `${location.origin}/billing`,
      props: { survey: 'nps', wave: '2026-Q4', score: '0', category: 'detractor', final: 'true' },
    });
  });

  // https://developers.hubspot.com/docs/api-reference/legacy/marketing/forms/v3-legacy/submit-data-unauthenticated
  it('hubspot: a form submission with the fields of the form', async () => {
    const { url, body } = await shape('hubspot', FULL, { options: { portalId: '1', formId: 'f', score: 'my_score' } });
    expect(url).to.equal('https://api.hsforms.com/submissions/v3/integration/submit/1/f');
    expect(JSON.parse(body)).to.deep.equal({
      submittedAt: '1795341600000',
      fields: [
        { objectTypeId: '0-1', name: 'my_score', value: '0' },
        { objectTypeId: '0-1', name: 'nps_category', value: 'detractor' },
        { objectTypeId: '0-1', name: 'nps_comment', value: 'Too dear.\nReally & truly' },
        { objectTypeId: '0-1', name: 'email', value: 'ann@example.com' },
      ],
      context: { pageUri: `${location.origin}/billing` },
    });
  });

  it('hubspot: an address without permission stays here, and so does what is no answer', async () => {
    const { body } = await shape('hubspot', { ...FULL, contact: { ok: false, email: 'ann@example.com' } });
    expect(body).not.to.contain('ann@example.com');
    expect(await shape('hubspot', ASKED)).to.equal(undefined);
  });

  // https://docs.postgrest.org/en/stable/references/api/tables_views.html#upsert
  it('supabase: an upsert by id', async () => {
    const endpoint = { url: 'https://p.supabase.co/rest/v1/answers?x=1', options: { key: 'anon' } };
    const { url, body, headers } = await shape('supabase', FULL, endpoint);
    expect(url).to.equal('https://p.supabase.co/rest/v1/answers?x=1&on_conflict=id');
    expect(headers).to.deep.equal({
      'Content-Type': 'application/json',
      apikey: 'anon',
      Authorization: 'Bearer anon',
      Prefer: 'resolution=merge-duplicates,return=minimal',
    });
    const { message: whole, ...row } = JSON.parse(body);
    expect(row).to.deep.equal({
      id: ID,
      revision: 2,
      type: 'response',
      final: true,
      at: FULL.at,
      survey: 'nps',
      score: 0,
      category: 'detractor',
      comment: 'Too dear.\nReally & truly',
      reasons: ['price', 'support'],
    });
    expect(whole.shown.question).to.equal('How likely?');
  });

  // https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
  it('cloudevents: structured JSON, one id per revision', async () => {
    const { body, headers } = await shape('cloudevents', FULL, { options: { source: '/shop' } });
    expect(headers).to.deep.equal({ 'Content-Type': 'application/cloudevents+json' });
    expect(JSON.parse(body)).to.deep.equal({
      specversion: '1.0',
      id: `${ID}.2`,
      source: '/shop',
      type: 'askwell.response',
      subject: 'nps',
      time: FULL.at,
      datacontenttype: 'application/json',
      data: JSON.parse(JSON.stringify(FULL)),
    });
  });

  it('form: names are joined, lists repeated, options sent along', async () => {
    const { body, headers } = await shape('form', FULL, { options: { 'form-name': 'nps' } });
    expect(headers).to.deep.equal({ 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' });
    const fields = new URLSearchParams(body);
    expect(fields.get('score')).to.equal('0');
    expect(fields.get('survey_id')).to.equal('nps');
    expect(fields.get('person_traits_plan')).to.equal('pro');
    expect(fields.getAll('reasons')).to.deep.equal(['price', 'support']);
    expect(fields.get('comment')).to.equal('Too dear.\nReally & truly');
    expect(fields.get('form-name')).to.equal('nps');
    expect(body).not.to.match(/null|undefined|\[object/);
  });

  // https://developers.google.com/tag-platform/tag-manager/datalayer
  describe('data-layer', () => {
    const page = window as unknown as { dataLayer?: unknown[]; gtag?: unknown };
    afterEach(() => {
      delete page.dataLayer;
      delete page.gtag;
    });
    const EVENT = {
      survey_id: 'nps',
      survey_wave: '2026-Q4',
      response_id: ID,
      revision: 2,
      score: 0,
      category: 'detractor',
    };

    it('pushes one event, and nothing is posted', async () => {
      expect(await shape('data-layer', FULL)).to.equal(undefined);
      expect(page.dataLayer).to.deep.equal([{ event: 'nps_answered', ...EVENT }]);
    });

    it('calls gtag where the page has it', async () => {
      const calls: unknown[] = [];
      page.gtag = (...call: unknown[]) => calls.push(call);
      await shape('data-layer', FULL);
      expect(calls).to.deep.equal([['event', 'nps_answered', EVENT]]);
      expect(page.dataLayer).to.equal(undefined);
    });

    it('never tells the comment, the contact or the person', async () => {
      await shape('data-layer', FULL);
      expect(JSON.stringify(page.dataLayer)).not.to.match(/dear|ann@|u_42|a1|price/);
    });
  });

  it('the properties of the host never stand over a score', async () => {
    for (const name of ['segment', 'amplitude', 'mixpanel', 'posthog']) {
      expect((await shape(name, FULL)).body, name)
        .to.contain('"score":0,')
        .and.not.to.contain('"score":10');
    }
  });

  it('an employee survey names nobody', async () => {
    const anonymous = message(7, 1, { person: undefined, context: undefined });
    for (const [name, who] of [
      ['segment', 'anonymousId'],
      ['posthog', 'distinct_id'],
    ] as const) {
      expect((await bodyOf(name, anonymous))[who], name).to.equal(anonymous.id);
    }
  });
});
