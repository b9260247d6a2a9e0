-- 22023: an identity of text
CREATE TABLE t (id text GENERATED ALWAYS AS IDENTITY);
