-- 42703: column a.ident does not exist
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint, owner bigint);
CREATE POLICY p ON a USING (EXISTS (SELECT 1 FROM b WHERE b.owner = a.ident));
