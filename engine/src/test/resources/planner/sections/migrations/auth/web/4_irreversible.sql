DROP TABLE c;
-- DOWN Migration
-- deed: irreversible "the rows are gone"
