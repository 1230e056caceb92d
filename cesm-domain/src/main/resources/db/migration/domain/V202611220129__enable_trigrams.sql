-- Likeness of names; the start also asks it whether this database knows Chinese letters.
create extension if not exists pg_trgm;
