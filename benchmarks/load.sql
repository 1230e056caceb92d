-- Fills a database of CESM with invented customers, contacts, expectations, levels and timeline entries, so that pages
-- can be measured at size. For a database that is thrown away afterwards: the timeline's rows carry no true chain.
--   psql … -v customers=100000 -v expectations=1000000 -v timeline=3000000 -f load.sql
-- Needs the demo company (its units and staff own the rows). Same numbers, same content, every time but for the dates,
-- which end yesterday.
\set ON_ERROR_STOP on
set synchronous_commit = off;
set work_mem = '256MB';
set maintenance_work_mem = '512MB';
set statement_timeout = 0;

\ir dice.sql
create temp table unit_of as select row_number() over (order by path) - 1 as n, id from org_unit;
create temp table staff_of as
    select r.role, row_number() over (partition by r.role order by s.login = lower(r.role), s.login) - 1 as n,
           count(*) over (partition by r.role)::int as of_role, s.id, s.login
      from staff s join staff_role r on r.staff_id = s.id where r.role in ('CSR', 'AR', 'SR', 'FR') and s.status = 'ACTIVE';

\echo customers
create temp table bench_customer as
select i, pg_temp.id(now() - interval '1200 days' + i * interval '20 seconds', 'customer' || i) as id,
       now() - interval '1200 days' + i * interval '20 seconds' as at,
       (array['上海','北京','深圳','杭州','成都','武汉','西安','南京','青岛','长沙'])[1 + pg_temp.dice(i, 1, 10)]
         || (array['恒远','瑞丰','华诚','中科','东方','盛达','宏图','金桥','天成','海川','明德'])[1 + pg_temp.dice(i, 2, 11)]
         || (array['机械','电子','化工','能源','交通','医疗','装备'])[1 + pg_temp.dice(i, 3, 7)] || i || '有限公司' as name,
       case when t.of_hundred < 3 then 1 when t.of_hundred < 15 then 2 when t.of_hundred < 45 then 3 else 4 end as tier
  from generate_series(1, :customers) i cross join lateral (select pg_temp.dice(i, 4, 100) as of_hundred) t;
insert into customer (id, number, kind, status, unit_id, name, name_key, tier, industry, address, search, created_at, updated_at, version)
select c.id, 'C-B' || lpad(i::text, 7, '0'), 'COMPANY', case when pg_temp.dice(i, 5, 20) = 0 then 'PROSPECT' else 'CUSTOMER' end, u.id, c.name, c.name, c.tier,
       (array['机械','电子','化工','能源','交通','医疗','装备'])[1 + pg_temp.dice(i, 3, 7)], '第' || i % 97 || '路' || i % 999 || '号',
       array_to_tsvector(pg_temp.tokens('C-B' || lpad(i::text, 7, '0') || ' ' || c.name)), c.at, c.at, 0
  from bench_customer c join unit_of u on u.n = pg_temp.dice(i, 6, (select count(*) from unit_of)::int);
insert into customer_tier (id, customer_id, tier, value_basis, annual_value, valid_from)
select pg_temp.id(at, 'tier' || i), id, tier, '年度合同额', 1000000 * (5 - tier), at::date from bench_customer;
-- two hundred customers for the demo's csr, ar, sr and fr (last of their role), the others with everybody else
insert into account_team (id, customer_id, staff_id, role, valid_from)
select pg_temp.id(c.at, s.role || c.i), c.id, s.id, s.role, c.at::date
  from bench_customer c
  join staff_of s on case when c.i % 500 = 0 then s.login = lower(s.role) else s.n = pg_temp.dice(c.i, 7, s.of_role - 1) end;

\echo contacts and their points
insert into contact (id, customer_id, kind, name, name_key, title, decision_role, search, created_at, updated_at, version)
select pg_temp.id(c.at, 'contact' || c.i), c.id, 'CUSTOMER', p.name, p.name, '采购经理', 'BUYER', array_to_tsvector(pg_temp.tokens(p.name)), c.at, c.at, 0
  from bench_customer c, lateral (select (array['王','李','张','刘','陈','杨','赵','黄'])[1 + pg_temp.dice(c.i, 8, 8)]
       || (array['伟','敏','静','强','磊','洋','艳','勇','军'])[1 + pg_temp.dice(c.i, 9, 9)] || (array['','明','华','芳'])[1 + pg_temp.dice(c.i, 10, 4)] as name) p;
insert into contact_point (id, contact_id, kind, value, normal, preferred, created_at)
select pg_temp.id(c.at, p.kind || p.preferred || c.i), pg_temp.id(c.at, 'contact' || c.i), p.kind, p.value, p.normal, p.preferred, c.at
  from bench_customer c, lateral (values
       ('PHONE', '021-' || 50000000 + c.i, '+8621' || 50000000 + c.i, false),
       ('PHONE', '139' || lpad(c.i::text, 8, '0'), '+86139' || lpad(c.i::text, 8, '0'), true),
       ('EMAIL', 'p' || c.i || '@example.com', 'p' || c.i || '@example.com', true)) p (kind, value, normal, preferred);
truncate duplicate_check;

\echo expectations
create temp table bench_expectation as
select n.i, pg_temp.id(t.at, 'expectation' || n.i) as id, t.at, c.i as c, c.id as customer_id, pg_temp.id(c.at, 'contact' || c.i) as contact_id,
       (array['product_quality','delivery','service_response','technical_support','solution','commercial','communication','innovation'])[1 + pg_temp.dice(n.i, 21, 8)] as dimension,
       (array['IPD','LTC','ITR'])[1 + pg_temp.dice(n.i, 22, 3)] as flow, (t.at + interval '45 days')::date as wanted,
       case when n.i > :expectations * 0.95 then (array['CAPTURED','CLARIFIED','COMMITTED','DELIVERED','NOT_MET'])[1 + pg_temp.dice(n.i, 23, 5)]
            when s.of_200 < 10 then 'COMMITTED' when s.of_200 < 20 then 'DECLINED' when s.of_200 < 30 then 'WITHDRAWN' when s.of_200 < 31 then 'NOT_MET'
            else 'CONFIRMED' end as state,
       '希望' || (array['备件','伺服电机','控制柜','减速机','液压站','变频器','传感器','整线'])[1 + pg_temp.dice(n.i, 25, 8)]
         || (array['交付周期','故障响应','现场调试','培训资料','质量一致性','报价速度','接口开放','升级节奏'])[1 + pg_temp.dice(n.i, 26, 8)]
         || (array['缩短到','不超过','稳定在'])[1 + pg_temp.dice(n.i, 27, 3)] || 1 + pg_temp.dice(n.i, 28, 40)
         || (array['天以内，今年旺季停线损失太大','小时，夜班也要有人接','周，并且提前三天告知','天，合同里写清楚'])[1 + pg_temp.dice(n.i, 29, 4)] as said
  from generate_series(1, :expectations) as n (i)
 cross join lateral (select now() - interval '1 day' - interval '1095 days' * (1 - n.i::float8 / :expectations) as at) t
 cross join lateral (select pg_temp.dice(n.i, 24, 200) as of_200) s
  join bench_customer c on c.i = 1 + pg_temp.dice(n.i, 20, :customers);
insert into expectation (id, number, customer_id, contact_id, verbatim, understood, said_on, channel, dimension_code, flow, importance, kano, state,
       measure, measure_unit, anchor_worst, anchor_ideal, expected_value, expected_level, wanted_on, clarified_with, clarified_at, owner_id, due_on,
       committed_value, committed_level, committed_on, committed_at, committed_by, declined_because, alternative, told_on, told_by, told_contact, told_channel,
       delivered_value, delivered_level, delivered_at, delivered_by, evidence, perceived_level, answered_on, answered_at, answered_contact, answered_channel,
       answer_words, withdrawn_because, revision, search, captured_at, captured_by, closed_at, updated_at, version)
select e.id, 'E-B' || lpad(e.i::text, 8, '0'), e.customer_id, e.contact_id, e.said, null, e.at::date, (array['VISIT','MEETING','PHONE','EMAIL','WECOM'])[1 + pg_temp.dice(e.i, 30, 5)],
       e.dimension, e.flow, 1 + pg_temp.dice(e.i, 31, 5), (array['MUST_BE','PERFORMANCE','ATTRACTIVE'])[1 + pg_temp.dice(e.i, 32, 3)], e.state,
       case when s.clarified then '从报修到恢复的小时数' end, '小时', 96, 4, 24, 78.260870, e.wanted, case when s.clarified then e.contact_id end,
       case when s.clarified then e.at + interval '2 days' end, case when s.committed or pg_temp.dice(e.i, 33, 3) > 0 then w.id end,
       case when s.closed is null then e.wanted + pg_temp.dice(e.i, 34, 60) end,
       case when s.committed then 28 end, case when s.committed then 73.913043 end, case when s.committed then e.wanted end,
       case when s.committed then e.at + interval '5 days' end, case when s.committed then w.id end,
       case when e.state = 'DECLINED' then '现有产线做不到' end, case when e.state = 'DECLINED' then '提供备机' end,
       case when e.state = 'DECLINED' then e.at::date + 5 end, case when e.state = 'DECLINED' then w.id end,
       case when e.state = 'DECLINED' then e.contact_id end, case when e.state = 'DECLINED' then 'PHONE' end,
       case when s.delivered then 30 end, case when s.delivered then 71.739130 end, case when s.delivered then e.at + interval '40 days' end,
       case when s.delivered then w.id end, case when s.delivered then '验收单' end,
       case when s.answered then 60 + pg_temp.dice(e.i, 35, 40) end, case when s.answered then e.at::date + 44 end, case when s.answered then e.at + interval '44 days' end,
       case when s.answered then e.contact_id end, case when s.answered then 'LINK' end, case when e.state = 'NOT_MET' then '还是慢' end,
       case when e.state = 'WITHDRAWN' then '客户不再需要' end, 1, array_to_tsvector(pg_temp.tokens('E-B' || lpad(e.i::text, 8, '0') || ' ' || e.said)),
       e.at, w.id, s.closed, e.at, 0
  from bench_expectation e
 cross join lateral (select e.state in ('CLARIFIED','COMMITTED','DELIVERED','CONFIRMED','NOT_MET','DECLINED') as clarified,
       e.state in ('COMMITTED','DELIVERED','CONFIRMED','NOT_MET') as committed, e.state in ('DELIVERED','CONFIRMED','NOT_MET') as delivered,
       e.state in ('CONFIRMED','NOT_MET') as answered, case when e.state in ('CONFIRMED','DECLINED','WITHDRAWN') then e.at + interval '44 days' end as closed) s
  join staff_of w on w.role = 'CSR' and case when e.c % 500 = 0 then w.login = 'csr' else w.n = pg_temp.dice(e.c, 7, w.of_role - 1) end;

\echo level readings
insert into level_reading (id, customer_id, dimension_code, level, value, weight, read_on, contact_id, source_kind, source_id, source_label, recorded_at)
select pg_temp.id(e.at, l.level || e.i), e.customer_id, e.dimension, l.level, l.value, 1 + pg_temp.dice(e.i, 31, 5), l.day, e.contact_id, 'EXPECTATION', e.id, left(e.said, 60), e.at
  from bench_expectation e, lateral (values ('E', 78.260870, e.at::date), ('C', 73.913043, e.at::date + 5), ('D', 71.739130, e.at::date + 40),
       ('P', 60 + pg_temp.dice(e.i, 35, 40), e.at::date + 44)) l (level, value, day)
 where e.state <> 'WITHDRAWN' and case l.level when 'E' then true when 'C' then e.state in ('COMMITTED','DELIVERED','CONFIRMED','NOT_MET')
       when 'D' then e.state in ('DELIVERED','CONFIRMED','NOT_MET') else e.state in ('CONFIRMED','NOT_MET') end;

\echo timeline
insert into timeline_entry (id, lane, seq, at, actor_id, actor_name, actor_kind, channel, subject_type, subject_id, subject_name, customer_id, action, changes, mac)
select pg_temp.id(e.at + n.i / :expectations * interval '5 days', 'timeline' || n.i), n.i % 16, h.seq + 1 + n.i / 16, e.at + n.i / :expectations * interval '5 days',
       w.id, w.login, 'STAFF', 'WEB', 'EXPECTATION', e.id, 'E-B' || lpad(e.i::text, 8, '0'), e.customer_id,
       (array['CAPTURED','CLARIFIED','COMMITTED'])[1 + n.i / :expectations % 3], '{}', sha256(int8send(n.i))
  from generate_series(0::bigint, :timeline - 1) as n (i)
  join bench_expectation e on e.i = 1 + n.i % :expectations
  join timeline_head h on h.lane = n.i % 16
  join staff_of w on w.role = 'CSR' and w.n = pg_temp.dice(e.c, 7, w.of_role - 1);
update timeline_head h set seq = n.seq from (select lane, max(seq) as seq from timeline_entry group by lane) n where n.lane = h.lane;
vacuum (analyze) customer, customer_tier, account_team, contact, contact_point, expectation, level_reading, timeline_entry, duplicate_check;
do $$ begin execute 'checkpoint'; exception when insufficient_privilege then null; end $$;
select (select count(*) from customer) as customers, (select count(*) from contact_point) as points, (select count(*) from expectation) as expectations,
       (select count(*) from level_reading) as readings, (select count(*) from timeline_entry) as timeline,
       pg_size_pretty(pg_database_size(current_database())) as size;
