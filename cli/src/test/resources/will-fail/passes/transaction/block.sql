-- passes: a block that commits runs alone
DO $$ BEGIN PERFORM 1; COMMIT; END $$;
