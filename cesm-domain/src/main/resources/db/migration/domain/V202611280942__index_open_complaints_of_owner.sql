-- What somebody has on their desk, found among theirs that are open instead of all they ever had.
create index complaint_open_of_owner on complaint (owner_id, state, received_at desc, id desc) where closed_at is null;
