-- deed: transaction none
CREATE TABLE n (id int);
ALTER TABLE n ADD b int;
DO $$ BEGIN COMMIT; END $$;
