-- Version: 20260129103000
-- deed: requiers main/2
-- deed: requires 2
-- deed: irreversible

CREATE TABLE a (id int);
