-- 42P16: cannot create temporary relation in non-temporary schema
CREATE SCHEMA s;
CREATE TEMP TABLE s.p (id int PRIMARY KEY);
