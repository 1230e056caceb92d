-- The queue shows what is open, newest first; when nine of ten complaints have ended, each page would read ten times its rows.
create index complaint_open_by_time on complaint (received_at desc, id desc) where closed_at is null;
-- Nothing reads these any more: the sweeper looks at look_at, and what is nobody's is found among the open ones.
drop index complaint_warned;
