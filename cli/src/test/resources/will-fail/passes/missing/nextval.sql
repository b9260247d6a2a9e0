-- passes: nextval
CREATE SEQUENCE s;
CREATE TABLE a (id bigint DEFAULT nextval('s'), k serial);
ALTER TABLE a ALTER COLUMN id SET DEFAULT nextval('public.s'::regclass);
SELECT setval('a_k_seq', 5), to_regclass('nothing'), 'pg_class'::regclass, pg_relation_size('a');
CREATE FUNCTION f() RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN nextval('later'); END $$;
