-- What people of the demo company read goes with them, and so do the checklists it made.
alter table lesson_use drop constraint lesson_used_by;
alter table lesson_use add constraint lesson_used_by foreign key (staff_id) references staff on delete cascade;
alter table playbook add column demo boolean not null default false;
