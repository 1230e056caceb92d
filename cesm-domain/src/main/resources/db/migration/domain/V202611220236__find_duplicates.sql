-- Which customers and people may be the same. Names are compared without their legal form, by trigrams.
create function name_stem(name text) returns text language sql immutable strict parallel safe as $$
    select coalesce(nullif(replace(regexp_replace(regexp_replace(
               regexp_replace(lower(normalize(name, nfkc)), '[[:punct:][:space:]]+', ' ', 'g'),
               '\y(co|ltd|limited|inc|incorporated|corp|corporation|company|llc|gmbh|plc|ag|sa|bv|kg|pte|pty|the)\y', '', 'g'),
               '(股份有限公司|有限责任公司|集团有限公司|有限公司|总公司|集团公司|公司|集团|股份)', '', 'g'), ' ', ''), ''),
           lower(normalize(name, nfkc)))
$$;

alter table customer add column name_stem text generated always as (name_stem(name)) stored;
create index customer_by_stem on customer using gin (name_stem gin_trgm_ops);

-- records to compare with all others; a trigger on the tables would see every writer, also bulk ones
create table duplicate_check (
    kind       text not null check (kind in ('CUSTOMER', 'CONTACT')),
    subject_id uuid not null,
    primary key (kind, subject_id)
);

create table duplicate_pair (
    kind       text        not null check (kind in ('CUSTOMER', 'CONTACT')),
    a_id       uuid        not null,
    b_id       uuid        not null,
    score      smallint    not null check (score between 0 and 100),
    reasons    jsonb       not null,
    found_at   timestamptz not null,
    decided    text        check (decided in ('DIFFERENT')),
    decided_by uuid        constraint pair_decided_by references staff,
    decided_at timestamptz,
    primary key (kind, a_id, b_id),
    constraint a_pair_is_ordered check (a_id < b_id)
);
create index duplicate_pair_open on duplicate_pair (kind, score desc, a_id, b_id) where decided is null;
create index duplicate_pair_by_second on duplicate_pair (b_id);

create function note_duplicate_check() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'customer' then
        insert into duplicate_check select 'CUSTOMER', id from fresh on conflict do nothing;
    elsif tg_table_name = 'contact' then
        insert into duplicate_check select 'CONTACT', id from fresh on conflict do nothing;
    else
        insert into duplicate_check select distinct 'CONTACT', contact_id from fresh on conflict do nothing;
    end if;
    return null;
end $$;
create trigger new_customer_is_compared after insert on customer
    referencing new table as fresh for each statement execute function note_duplicate_check();
create trigger changed_customer_is_compared after update on customer
    referencing new table as fresh for each statement execute function note_duplicate_check();
create trigger new_contact_is_compared after insert on contact
    referencing new table as fresh for each statement execute function note_duplicate_check();
create trigger new_point_is_compared after insert on contact_point
    referencing new table as fresh for each statement execute function note_duplicate_check();
create trigger changed_point_is_compared after update on contact_point
    referencing new table as fresh for each statement execute function note_duplicate_check();
