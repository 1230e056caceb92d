-- A survey of six items with :answers answers of 2,000 customers over twelve months, waiting to be counted.
-- psql -v survey=<a new uuid> -v answers=1000000 -f benchmarks/figures.sql
\set ON_ERROR_STOP on
select setseed(0.42);
insert into questionnaire (id, number, title, kind, anonymity, state, draft, changed, published, created_at, changed_at, version)
values (:'survey', 'Q-BENCH-' || :'survey', '{"en":"Benchmark"}', 'COMPETITIVENESS', 'CONFIDENTIAL', 'PUBLISHED', '{}', false, 1,
        now(), now(), 0);
insert into questionnaire_version (id, questionnaire_id, number, anonymity, comparable, digest, published_at, definition)
values (:'survey', :'survey', 1, 'CONFIDENTIAL', '{}', repeat('0', 64), now(),
  '{"languages":["en"],"title":{"en":"Benchmark"},"intro":{},"thanks":{},"pages":[{"id":"p1","blocks":[{"id":"b1","questions":[
    {"id":"nps","type":"NPS","text":{"en":"Recommend?"},"role":"LOYALTY","scale":{"min":0,"max":10}},
    {"id":"csat","type":"CSAT","text":{"en":"Satisfied?"},"role":"OVERALL","scale":{"min":1,"max":5}},
    {"id":"ces","type":"CES","text":{"en":"Easy?"},"scale":{"min":1,"max":7}},
    {"id":"a","type":"RATING","text":{"en":"Quality"},"role":"PERCEPTION","scale":{"min":1,"max":7}},
    {"id":"b","type":"RATING","text":{"en":"Delivery"},"role":"PERCEPTION","scale":{"min":1,"max":7}},
    {"id":"c","type":"RATING","text":{"en":"Service"},"role":"PERCEPTION","scale":{"min":1,"max":7}}]}]}]}');
insert into survey (id, number, title, origin, kind, questionnaire_id, version_id, anonymity, state, opens_on, created_at, changed_at, version)
values (:'survey', 'S-BENCH-' || :'survey', '{"en":"Benchmark"}', 'OWN', 'COMPETITIVENESS', :'survey', :'survey', 'CONFIDENTIAL',
        'FIELDED', '2026-01-01', now(), now(), 0);
create temporary table some_customer as
  select id, (row_number() over (order by id))::int as place from (select id from customer where status = 'CUSTOMER' order by id limit 2000) c;
insert into survey_response (id, answered_on, survey_id, version_id, complete, anonymous, channel, language, customer_id, answered_at,
                             segments, items)
select gen_random_uuid(), date '2026-01-01' + (i % 330), :'survey', :'survey', i % 17 <> 0, false,
       (array['MAIL', 'LINK', 'PHONE', 'QR'])[1 + i % 4], (array['zh', 'zh', 'en'])[1 + i % 3], c.id, now(),
       jsonb_build_object('tier', (1 + i % 4)::text, 'region', (i % 7)::text, 'industry', 'industry ' || i % 9,
           'flow', (array['IPD', 'LTC', 'ITR'])[1 + i % 3], 'touch_point', 'touch point ' || i % 11, 'product', 'product ' || i % 13,
           'role', (array['DECISION_MAKER', 'INFLUENCER', 'USER', 'BUYER'])[1 + (i / 4) % 4]),
       jsonb_build_object('nps', floor(11 * sqrt(random()))::int, 'csat', 1 + floor(5 * sqrt(random()))::int,
           'ces', 1 + floor(7 * sqrt(random()))::int, 'a', 1 + floor(7 * random())::int, 'b', 1 + floor(7 * random())::int,
           'c', 1 + floor(7 * random())::int)
  from generate_series(1, :answers) i
  join some_customer c on c.place = 1 + i % (select count(*)::int from some_customer);
insert into survey_pending (survey_id, answered_on, response_id)
select survey_id, answered_on, id from survey_response where survey_id = :'survey';
analyze survey_response;
