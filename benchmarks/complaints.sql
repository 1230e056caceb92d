-- Fills a database of CESM with invented complaints, a tenth of them open, with their clocks, holders and first words.
--   psql … -v complaints=1000000 -f complaints.sql
-- After load.sql (its customers, contacts and account teams are used). For a database that is thrown away afterwards.
\set ON_ERROR_STOP on
set synchronous_commit = off;
set work_mem = '256MB';
set maintenance_work_mem = '512MB';
set statement_timeout = 0;
\ir dice.sql

create temp table asked as
    select (row_number() over (order by c.number) - 1)::int as n, c.id as customer_id, c.tier, k.id as contact_id, t.staff_id as owner_id
      from customer c
      join lateral (select id from contact k where k.customer_id = c.id limit 1) k on true
      left join lateral (select staff_id from account_team a where a.customer_id = c.id and a.role = 'CSR' limit 1) t on true
     where c.number like 'C-B%';
create index on asked (n);
analyze asked;
select count(*) as customers from asked \gset

\echo complaints
create temp table bench_complaint as
select n.i, pg_temp.id(t.at, 'complaint' || n.i) as id, t.at, a.customer_id, a.contact_id, a.tier, a.owner_id,
       -- the newest fifth is half open
       case when n.i > :complaints * 0.8 and pg_temp.dice(n.i, 41, 2) = 0
            then (array['RECEIVED','ACKNOWLEDGED','IN_PROGRESS','IN_PROGRESS','CONTAINED','WAITING_CUSTOMER','RESOLVED','REOPENED'])[1 + pg_temp.dice(n.i, 42, 8)]
            when pg_temp.dice(n.i, 43, 20) = 0 then 'WITHDRAWN' else 'CLOSED' end as state,
       (array['COMPLAINT','COMPLAINT','COMPLAINT','COMPLAINT','QUESTION','SUGGESTION','PRAISE','REQUIREMENT'])[1 + pg_temp.dice(n.i, 44, 8)] as kind,
       1 + pg_temp.dice(n.i, 45, 4) as grade, p.what || p.how as subject,
       p.what || p.how || (array['，影响交付','，夜班无人处理',', line down since 6 am','，客户很不满',', second time this quarter'])[1 + pg_temp.dice(n.i, 48, 5)]
         || (array['。请尽快答复。','。要求书面说明。',' Please call back.','。'])[1 + pg_temp.dice(n.i, 49, 4)] as said
  from generate_series(1, :complaints) as n (i)
 cross join lateral (select now() - interval '1 hour' - interval '1095 days' * (1 - n.i::float8 / :complaints) as at) t
 cross join lateral (select (array['主轴','伺服电机','控制柜','液压站','变频器','Spindle','Servo drive','Hydraulic unit','减速机','整线'])[1 + pg_temp.dice(n.i, 46, 10)] as what,
       (array['停机三次','交货晚了五天','噪声过大','漏油','报警无法复位',' overheated',' arrived damaged',' needs a new firmware','备件缺货','发票金额有误'])[1 + pg_temp.dice(n.i, 47, 10)] as how) p
  join asked a on a.n = pg_temp.dice(n.i, 40, :customers);
insert into complaint (id, number, kind, customer_id, contact_id, subject, verbatim, channel, product, dimension_code, flow, state, impact, urgency,
       publicity, recurrence, key_decider, tier, grade_points, proposed_grade, grade, owner_id, owner_since, hand_offs, due_at, warn_at,
       waiting_for, waiting_since, waiting_from, containment, cause_class, root_cause, remedy, received_at, acknowledged_at, started_at,
       contained_at, resolved_at, closed_at, look_at, search, updated_at, version)
select b.id, 'C-BM' || lpad(b.i::text, 8, '0'), b.kind, b.customer_id, b.contact_id, b.subject, b.said,
       (array['PHONE','EMAIL','WECOM','VISIT','PORTAL'])[1 + pg_temp.dice(b.i, 50, 5)], null,
       (array['product_quality','delivery','service_response','technical_support','solution','commercial','communication','innovation'])[1 + pg_temp.dice(b.i, 51, 8)],
       (array['IPD','LTC','ITR'])[1 + pg_temp.dice(b.i, 52, 3)], b.state, 1 + pg_temp.dice(b.i, 53, 4), 1 + pg_temp.dice(b.i, 54, 4), false, 0, false,
       b.tier, '{2,2,1,0,0,0}', b.grade, b.grade, case when s.owned then b.owner_id end, case when s.owned then b.at end, pg_temp.dice(b.i, 55, 3),
       case when s.running then b.at + s.target end, case when s.running then b.at + s.target * 0.75 end,
       case when b.state = 'WAITING_CUSTOMER' then '照片' end, case when b.state = 'WAITING_CUSTOMER' then b.at + interval '1 day' end,
       case when b.state = 'WAITING_CUSTOMER' then 'IN_PROGRESS' end, case when b.state = 'CONTAINED' then '备机已到' end,
       case when s.solved then 'DESIGN' end, case when s.solved then '选型偏小' end, case when s.solved then '更换' end, b.at,
       case when b.state <> 'RECEIVED' then b.at + interval '30 minutes' end, case when s.owned then b.at + interval '1 hour' end,
       case when b.state = 'CONTAINED' then b.at + interval '4 hours' end, case when s.solved then b.at + interval '3 days' end,
       case when s.ended then b.at + interval '5 days' end, case when not s.ended then now() + interval '60 days' end,
       array_to_tsvector(pg_temp.tokens('C-BM' || lpad(b.i::text, 8, '0') || ' ' || b.said)), b.at, 1
  from bench_complaint b
 cross join lateral (select b.state in ('CLOSED', 'WITHDRAWN') as ended, b.state in ('CLOSED', 'RESOLVED') as solved,
       b.owner_id is not null and (b.state <> 'RECEIVED' or pg_temp.dice(b.i, 56, 2) = 0) as owned,
       b.state not in ('CLOSED', 'WITHDRAWN', 'RESOLVED', 'WAITING_CUSTOMER') as running, b.grade * interval '20 days' as target) s;

\echo clocks, holders, words
insert into complaint_clock (complaint_id, kind, policy, calendar_id, calendar_version, target_minutes, state, began_at, used, running_since, due_at,
       warn_at, stopped_at)
select c.id, 'RESOLUTION', '标准', k.id, k.version, c.grade * 28800, case when c.due_at is null then (array['MET','MET','MET','LATE'])[1 + abs(hashtext(c.number)) % 4] else 'RUNNING' end,
       c.received_at, 0, case when c.due_at is not null then c.received_at end, c.due_at, c.warn_at,
       case when c.due_at is null then c.received_at + interval '3 days' end
  from complaint c cross join (select id, version from business_calendar where code = 'always') k where c.number like 'C-BM%';
insert into complaint_holding (complaint_id, staff_id, since, until)
select c.id, c.owner_id, c.owner_since, c.closed_at from complaint c where c.number like 'C-BM%' and c.owner_id is not null;
insert into complaint_message (id, complaint_id, kind, words, channel, contact_id, staff_id, said_at)
select gen_random_uuid(), c.id, 'TO_CUSTOMER', '已收到，编号 ' || c.number, c.channel, c.contact_id, c.owner_id, c.acknowledged_at
  from complaint c where c.number like 'C-BM%' and c.acknowledged_at is not null;
vacuum (analyze) complaint, complaint_clock, complaint_holding, complaint_message;
do $$ begin execute 'checkpoint'; exception when insufficient_privilege then null; end $$;
select count(*) as complaints, count(*) filter (where closed_at is null) as open, pg_size_pretty(pg_total_relation_size('complaint')) as size from complaint;
