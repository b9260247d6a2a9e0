-- deed: draft
-- deed: irreversible "the rows are gone"
DELETE FROM a;
