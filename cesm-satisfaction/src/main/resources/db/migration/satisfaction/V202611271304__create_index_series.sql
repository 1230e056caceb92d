-- Indices that are published about an industry: our score and those of rivals, wave by wave.
create table index_series (
    id         uuid           primary key,
    number     text           not null unique,
    name       text           not null check (length(name) between 1 and 160),
    publisher  text           not null check (length(publisher) between 1 and 160),
    industry   text           check (length(industry) <= 120),
    our_name   text           not null check (length(our_name) between 1 and 120),
    worst      numeric(12, 4) not null,
    best       numeric(12, 4) not null,
    demo       boolean        not null default false,
    created_at timestamptz    not null,
    changed_at timestamptz    not null,
    version    bigint         not null,
    constraint index_scale_has_length check (worst <> best)
);
create index index_series_by_change on index_series (changed_at desc, id desc);

create table index_wave (
    id           uuid primary key,
    series_id    uuid not null constraint wave_of_index references index_series on delete cascade,
    label        text not null check (length(label) between 1 and 40),
    published_on date not null,
    constraint one_index_wave_of_a_label unique (series_id, label)
);

create table index_score (
    wave_id uuid           not null constraint score_in_wave references index_wave on delete cascade,
    brand   text           not null check (length(brand) between 1 and 120),
    score   numeric(12, 4) not null,
    primary key (wave_id, brand)
);
