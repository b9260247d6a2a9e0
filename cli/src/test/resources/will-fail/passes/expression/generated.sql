-- passes: generated
CREATE TABLE a (f text, l text, n text GENERATED ALWAYS AS (coalesce(f, '') || ' ' || l) STORED, v tsvector GENERATED ALWAYS AS (to_tsvector('simple', f)) STORED, s int GENERATED ALWAYS AS (length(f)) STORED);
