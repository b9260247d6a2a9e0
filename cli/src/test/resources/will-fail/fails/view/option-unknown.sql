-- 22023: unrecognized parameter security_invokr
CREATE TABLE a (id bigint);
CREATE VIEW v WITH (security_invokr = true) AS SELECT id FROM a;
