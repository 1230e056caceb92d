-- Which of the seven gaps a cause points to. 'ANY' holds where no line names the flow.
create table gap_rule (
    source text not null check (source in ('COMPLAINT', 'FOLLOW_UP')),
    code   text not null check (length(code) between 1 and 40),
    flow   text not null check (flow in ('IPD', 'LTC', 'ITR', 'ANY')),
    gap    text not null check (gap in ('KNOWLEDGE', 'SPECIFICATION', 'PRODUCTION', 'INTERNAL_COMMUNICATION', 'PROMOTION', 'DELIVERY', 'CUSTOMER')),
    primary key (source, code, flow)
);

insert into gap_rule (source, code, flow, gap) values
    ('COMPLAINT', 'IT', 'ANY', 'INTERNAL_COMMUNICATION'),
    ('COMPLAINT', 'KNOWLEDGE', 'ANY', 'KNOWLEDGE'),
    ('COMPLAINT', 'KNOWLEDGE', 'LTC', 'PROMOTION'),
    ('COMPLAINT', 'KNOWLEDGE', 'ITR', 'INTERNAL_COMMUNICATION'),
    ('COMPLAINT', 'PROCESS', 'ANY', 'DELIVERY'),
    ('COMPLAINT', 'PROCESS', 'IPD', 'INTERNAL_COMMUNICATION'),
    ('COMPLAINT', 'RULES', 'ANY', 'SPECIFICATION'),
    ('COMPLAINT', 'RULES', 'LTC', 'PROMOTION'),
    ('COMPLAINT', 'PEOPLE', 'ANY', 'DELIVERY'),
    ('COMPLAINT', 'PEOPLE', 'IPD', 'PRODUCTION'),
    ('COMPLAINT', 'DESIGN', 'ANY', 'SPECIFICATION'),
    ('COMPLAINT', 'SUPPLIER', 'ANY', 'PRODUCTION'),
    ('COMPLAINT', 'CUSTOMER', 'ANY', 'CUSTOMER'),
    ('FOLLOW_UP', 'it', 'ANY', 'INTERNAL_COMMUNICATION'),
    ('FOLLOW_UP', 'knowledge', 'ANY', 'KNOWLEDGE'),
    ('FOLLOW_UP', 'knowledge', 'LTC', 'PROMOTION'),
    ('FOLLOW_UP', 'knowledge', 'ITR', 'INTERNAL_COMMUNICATION'),
    ('FOLLOW_UP', 'process', 'ANY', 'DELIVERY'),
    ('FOLLOW_UP', 'process', 'IPD', 'INTERNAL_COMMUNICATION'),
    ('FOLLOW_UP', 'rules', 'ANY', 'SPECIFICATION'),
    ('FOLLOW_UP', 'rules', 'LTC', 'PROMOTION'),
    ('FOLLOW_UP', 'people', 'ANY', 'DELIVERY'),
    ('FOLLOW_UP', 'people', 'IPD', 'PRODUCTION'),
    ('FOLLOW_UP', 'design', 'ANY', 'SPECIFICATION'),
    ('FOLLOW_UP', 'outside', 'ANY', 'CUSTOMER');

-- Where somebody judged a single case otherwise than the rule, and why.
create table gap_judgement (
    source    text        not null check (source in ('COMPLAINT', 'FOLLOW_UP', 'EXPECTATION')),
    record_id uuid        not null,
    gap       text        not null check (gap in ('KNOWLEDGE', 'SPECIFICATION', 'PRODUCTION', 'INTERNAL_COMMUNICATION', 'PROMOTION', 'DELIVERY', 'CUSTOMER')),
    because   text        not null check (length(because) between 1 and 500),
    judged_by uuid        constraint gap_judged_by references staff,
    judged_at timestamptz not null,
    primary key (source, record_id)
);
