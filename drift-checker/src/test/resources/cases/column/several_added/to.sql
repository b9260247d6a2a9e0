CREATE TABLE t (a integer, z integer, y text DEFAULT 'y', x timestamptz DEFAULT now() NOT NULL, w text COLLATE "C", v integer GENERATED ALWAYS AS (a + 1) STORED, u serial);
