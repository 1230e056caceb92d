alter table gap_judgement
    drop constraint gap_judgement_source_check,
    add constraint gap_judgement_source_check check (source in ('COMPLAINT', 'FOLLOW_UP', 'EXPECTATION', 'TOP_ISSUE'));
