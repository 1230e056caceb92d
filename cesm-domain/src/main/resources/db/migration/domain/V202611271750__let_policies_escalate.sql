-- When somebody has to look at a complaint next, and how high it stands now. Who looks and what is found is kept to the right.
alter table complaint
    add column look_at          timestamptz,
    add column escalation_level integer     not null default 0 check (escalation_level between 0 and 9),
    add column war_room_since   timestamptz;
update complaint set look_at = received_at where closed_at is null;
create index complaint_to_look_at on complaint (look_at) where closed_at is null and look_at is not null;
create index complaint_escalated on complaint (escalation_level, received_at desc, id desc) where closed_at is null and escalation_level > 0;
