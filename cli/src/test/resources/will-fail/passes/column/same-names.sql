-- passes: same names
CREATE SCHEMA s;
CREATE TABLE a (id bigint);
CREATE TABLE s.a (id bigint);
SELECT a.id FROM public.a JOIN s.a b ON b.id = a.id;
SELECT 1 FROM public.a, s.a;
