-- Answers that stand but do not count, with the reason. The answer itself stays untouched; whoever adds figures up skips
-- what is listed here. Anonymous answers never get here: nobody may look at a single one of them.
create table answer_left_out (
    response_id uuid        primary key,
    survey_id   uuid        not null constraint left_out_of_survey references survey on delete cascade,
    reason      text        not null check (reason in ('TWICE', 'OWN_STAFF', 'WRONG_PERSON', 'TRIAL', 'WITHDRAWN', 'OTHER')),
    words       text        not null check (length(words) between 5 and 1000),
    staff_id    uuid        not null constraint left_out_by references staff,
    at          timestamptz not null,
    had_readings boolean    not null
);
create index left_out_by_survey on answer_left_out (survey_id, at desc);
create index left_out_by_staff on answer_left_out (staff_id);

-- Surveys whose roll-ups have to be counted anew; taken away by whoever does it.
create table survey_recount (
    survey_id uuid primary key constraint recount_of_survey references survey on delete cascade
);
