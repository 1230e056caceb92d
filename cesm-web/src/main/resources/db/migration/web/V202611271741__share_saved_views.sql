-- A named filter can be shared with the unit of its owner and the units below, and one for each list is what a person
-- begins with.
alter table saved_view
    add column unit_id uuid constraint view_of_unit references org_unit on delete set null,
    drop constraint saved_view_register_check,
    add constraint saved_view_register_check check (register ~ '^[a-z-]{1,30}$');
create index saved_view_by_unit on saved_view (unit_id, register) where unit_id is not null;

create table saved_view_default (
    staff_id uuid not null constraint default_view_of_person references staff on delete cascade,
    register text not null,
    view_id  uuid not null constraint default_view references saved_view on delete cascade,
    primary key (staff_id, register)
);
create index saved_view_default_by_view on saved_view_default (view_id);
