-- 2BP01: column public."A b".b is still used by view public.v
CREATE TABLE public."A b" (id bigint, b text);
CREATE VIEW v AS SELECT id, public."A b".b AS x FROM public."A b" WHERE b <> '';
ALTER TABLE public."A b" DROP COLUMN b;
