-- deed: transaction none
-- UP Migration
COPY a (id) FROM stdin;
1
\.
-- DOWN Migration (Rollback)
-- DELETE FROM a;
