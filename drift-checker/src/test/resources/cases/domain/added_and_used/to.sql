CREATE DOMAIN email AS text COLLATE "C" DEFAULT 'a@b' NOT NULL CONSTRAINT has_at CHECK (VALUE LIKE '%@%'); CREATE TABLE t (a email, b email[]);
