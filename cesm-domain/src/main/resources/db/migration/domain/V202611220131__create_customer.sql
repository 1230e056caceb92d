-- Customers as a tree (group, company, site), what we know of them, and their people.
create table dimension (
    code    text     primary key check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
    name    text     not null check (length(name) between 1 and 60),
    name_en text     not null check (length(name_en) between 1 and 60),
    sort    smallint not null,
    active  boolean  not null default true,
    demo    boolean  not null default false
);
insert into dimension (code, name, name_en, sort) values
    ('product_quality', '产品质量', 'Product quality', 10),
    ('delivery', '交付', 'Delivery', 20),
    ('service_response', '服务响应', 'Service response', 30),
    ('technical_support', '技术支持', 'Technical support', 40),
    ('solution', '方案能力', 'Solution', 50),
    ('commercial', '商务与价格', 'Commercial terms', 60),
    ('communication', '沟通与关系', 'Communication', 70),
    ('innovation', '创新', 'Innovation', 80);

create table customer (
    id            uuid           primary key,
    number        text           not null unique,
    external_key  text           unique check (length(external_key) between 1 and 120),
    kind          text           not null check (kind in ('GROUP', 'COMPANY', 'SITE')),
    status        text           not null check (status in ('CUSTOMER', 'PROSPECT', 'LOST', 'MERGED')),
    parent_id     uuid           constraint customer_below references customer,
    unit_id       uuid           constraint customer_of_unit references org_unit,
    name          text           not null check (length(name) between 1 and 200),
    name_en       text           check (length(name_en) <= 200),
    name_key      text           not null,
    former_names  text[]         not null default '{}',
    tier          smallint       check (tier between 1 and 4),
    industry      text           check (length(industry) <= 80),
    address       text           check (length(address) <= 400),
    website       text           check (length(website) <= 200),
    note          text           check (length(note) <= 4000),
    merged_into   uuid           constraint customer_merged_into references customer,
    demo          boolean        not null default false,
    search        tsvector       not null,
    created_at    timestamptz    not null,
    updated_at    timestamptz    not null,
    version       bigint         not null,
    constraint merged_has_a_survivor check ((status = 'MERGED') = (merged_into is not null))
);
create index customer_by_parent on customer (parent_id);
create index customer_by_unit on customer (unit_id);
create index customer_by_name_key on customer (name_key text_pattern_ops);
create index customer_by_number on customer (number text_pattern_ops);
create index customer_by_tier on customer (tier, name_key, id);
create index customer_by_name on customer (name_key, id);
create index customer_search on customer using gin (search) with (gin_pending_list_limit = 256);

create table customer_tier (
    id           uuid           primary key,
    customer_id  uuid           not null constraint tier_of_customer references customer on delete cascade,
    tier         smallint       not null check (tier between 1 and 4),
    value_basis  text           check (length(value_basis) <= 200),
    annual_value numeric(16, 2) check (annual_value >= 0),
    currency     char(3)        not null default 'CNY',
    valid_from   date           not null,
    valid_to     date,
    constraint tier_ends_after_it_begins check (valid_to is null or valid_to >= valid_from)
);
create index customer_tier_history on customer_tier (customer_id, valid_from desc);

create table account_team (
    id          uuid    primary key,
    customer_id uuid    not null constraint team_of_customer references customer on delete cascade,
    staff_id    uuid    not null constraint team_member references staff,
    role        text    not null check (role in ('CSR', 'AR', 'SR', 'FR')),
    backup      boolean not null default false,
    valid_from  date    not null,
    valid_to    date,
    constraint team_ends_after_it_begins check (valid_to is null or valid_to >= valid_from)
);
create index account_team_by_customer on account_team (customer_id, valid_from desc);
create index account_team_by_staff on account_team (staff_id, customer_id);

create table competitor (
    id            uuid          primary key,
    customer_id   uuid          not null constraint competitor_at_customer references customer on delete cascade,
    name          text          not null check (length(name) between 1 and 120),
    product       text          check (length(product) <= 200),
    share_percent numeric(5, 2) check (share_percent between 0 and 100),
    as_of         date          not null,
    note          text          check (length(note) <= 1000)
);
create index competitor_by_customer on competitor (customer_id, as_of desc);

create table customer_reference (
    id          uuid           primary key,
    customer_id uuid           not null constraint reference_of_customer references customer on delete cascade,
    kind        text           not null check (kind in ('PRODUCT', 'CONTRACT', 'INSTALLED')),
    code        text           check (length(code) <= 120),
    name        text           not null check (length(name) between 1 and 200),
    quantity    numeric(14, 2) check (quantity >= 0),
    valid_from  date,
    valid_to    date,
    note        text           check (length(note) <= 1000)
);
create index customer_reference_by_customer on customer_reference (customer_id, kind);

create table service_standard (
    tier                 smallint primary key check (tier between 1 and 4),
    first_response_hours smallint not null check (first_response_hours between 1 and 720),
    clarify_days         smallint not null check (clarify_days between 1 and 365),
    commit_days          smallint not null check (commit_days between 1 and 365),
    min_delivery_days    smallint not null check (min_delivery_days between 0 and 365),
    max_open_commitments smallint not null check (max_open_commitments between 1 and 1000),
    standard_level       smallint not null check (standard_level between 0 and 100),
    visit_every_days     smallint not null check (visit_every_days between 1 and 730),
    owner_role           text     not null check (owner_role in ('CSR', 'AR', 'SR', 'FR')),
    version              bigint   not null
);
insert into service_standard values
    (1, 2, 2, 5, 10, 12, 90, 30, 'AR', 0),
    (2, 4, 3, 7, 14, 8, 85, 60, 'AR', 0),
    (3, 8, 5, 10, 21, 5, 80, 120, 'CSR', 0),
    (4, 24, 7, 15, 30, 3, 75, 365, 'CSR', 0);

create table contact (
    id            uuid          primary key,
    customer_id   uuid          not null constraint contact_of_customer references customer,
    external_key  text          unique check (length(external_key) between 1 and 120),
    kind          text          not null check (kind in ('CUSTOMER', 'PROSPECT', 'LOST', 'NON_USER')),
    name          text          not null check (length(name) between 1 and 120),
    name_en       text          check (length(name_en) <= 120),
    name_key      text          not null,
    title         text          check (length(title) <= 120),
    department    text          check (length(department) <= 120),
    decision_role text          check (decision_role in ('DECISION_MAKER', 'INFLUENCER', 'BUYER', 'USER', 'GATEKEEPER')),
    role_weight   numeric(4, 2) not null default 1 check (role_weight between 0.10 and 5.00),
    influence     smallint      check (influence between 1 and 5),
    attitude      smallint      check (attitude between -2 and 2),
    language      text          check (language in ('zh', 'en')),
    note          text          check (length(note) <= 2000),
    merged_into   uuid          constraint contact_merged_into references contact,
    active        boolean       not null default true,
    demo          boolean       not null default false,
    search        tsvector      not null,
    created_at    timestamptz   not null,
    updated_at    timestamptz   not null,
    version       bigint        not null
);
create index contact_by_customer on contact (customer_id, name_key);
create index contact_by_name_key on contact (name_key text_pattern_ops);
create index contact_search on contact using gin (search) with (gin_pending_list_limit = 256);

-- Every phone, mail address, WeCom id and former name of a person. normal is what is compared: E.164, lower-case address, folded name.
create table contact_point (
    id         uuid        primary key,
    contact_id uuid        not null constraint point_of_contact references contact on delete cascade,
    kind       text        not null check (kind in ('PHONE', 'EMAIL', 'WECOM', 'FORMER_NAME')),
    value      text        not null check (length(value) between 1 and 254),
    normal     text        not null check (length(normal) between 1 and 254),
    label      text        check (length(label) <= 40),
    preferred  boolean     not null default false,
    former     boolean     not null default false,
    created_at timestamptz not null,
    constraint a_former_point_is_not_preferred check (not (former and preferred)),
    constraint a_point_is_noted_once unique (contact_id, kind, normal)
);
create index contact_point_by_normal on contact_point (normal text_pattern_ops);
create index contact_point_by_ending on contact_point (reverse(split_part(normal, 'x', 1)) text_pattern_ops)
    where kind = 'PHONE';

create table consent (
    id           uuid        primary key,
    contact_id   uuid        not null constraint consent_of_contact references contact on delete cascade,
    purpose      text        not null check (purpose in ('SURVEY', 'PUBLICITY', 'MARKETING', 'CROSS_BORDER')),
    given        boolean     not null,
    text_version text        check (length(text_version) <= 60),
    channel      text        check (length(channel) <= 40),
    at           timestamptz not null,
    recorded_by  uuid        constraint consent_recorded_by references staff
);
create index consent_history on consent (contact_id, purpose, at desc);

create table merge_log (
    id          uuid        primary key,
    kind        text        not null check (kind in ('CUSTOMER', 'CONTACT')),
    survivor_id uuid        not null,
    absorbed_id uuid        not null,
    at          timestamptz not null,
    merged_by   uuid        constraint merged_by_staff references staff,
    moved       jsonb       not null,
    undone_at   timestamptz,
    undone_by   uuid        constraint merge_undone_by_staff references staff
);
create index merge_log_by_survivor on merge_log (survivor_id, at desc);

-- Readable record numbers: one row per series, taken in the business transaction.
create table number_series (
    series text   primary key,
    last   bigint not null
);
