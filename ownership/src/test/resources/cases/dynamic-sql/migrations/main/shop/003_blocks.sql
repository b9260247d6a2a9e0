DO $$ BEGIN EXECUTE 'ALTER TABLE stock ADD COLUMN x int'; END $$;

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('GRANT SELECT ON %I TO reader', t);
  END LOOP;
END $$;

-- deed: touches stock writes
-- deed: touches "orders" writes
-- deed: touches depot.shelves reads
DO $$ BEGIN EXECUTE format('UPDATE %I SET pieces = 0', 'stock'); END $$;

-- deed: touches nothing
DO $$ BEGIN EXECUTE format('SET LOCAL work_mem = %L', '64MB'); END $$;

-- deed: touches stock changes
DO $$ BEGIN EXECUTE format('SELECT %s', 1); END $$;

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_tables WHERE tablename = 'order_extra') THEN
    CREATE TABLE order_extra (id int);
    ALTER TABLE stock ADD COLUMN extra int;
  END IF;
END $$;

DO LANGUAGE plperl $$ spi_exec_query("DROP TABLE stock"); $$;
