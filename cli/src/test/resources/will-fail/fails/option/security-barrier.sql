-- 22023: invalid value for boolean option security_barrier: perhaps
CREATE TABLE a (id int);
CREATE VIEW v WITH (security_barrier = perhaps) AS SELECT id FROM a;
