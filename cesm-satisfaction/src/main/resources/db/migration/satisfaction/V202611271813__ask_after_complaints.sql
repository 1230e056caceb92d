-- After a complaint has closed, its complainant is asked twice: how it was handled, and what came of it. Once for each closing.
create table complaint_score (
    id           uuid        primary key,
    complaint_id uuid        not null constraint score_of_complaint references complaint on delete cascade,
    round        integer     not null check (round >= 0),
    contact_id   uuid        not null constraint score_of_contact references contact,
    state        text        not null check (state in ('ASKED', 'ANSWERED', 'SKIPPED')),
    -- why nobody was asked
    reason       text        check (reason in ('NO_ADDRESS', 'NO_CONSENT', 'GUARD', 'ONE_OF_US')),
    at           timestamptz not null,
    handling     integer     check (handling between 0 and 10),
    outcome      integer     check (outcome between 0 and 10),
    words        text        check (length(words) <= 2000),
    answered_at  timestamptz,
    constraint asked_once_for_each_closing unique (complaint_id, round),
    constraint skipped_has_a_reason check ((state = 'SKIPPED') = (reason is not null)),
    constraint answered_is_complete check ((state = 'ANSWERED') = (handling is not null and outcome is not null and answered_at is not null))
);
create index complaint_score_by_contact on complaint_score (contact_id, at desc);
create index complaint_score_answered on complaint_score (answered_at desc) where state = 'ANSWERED';
