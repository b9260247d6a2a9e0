-- passes
CREATE TABLE a (d smallint DEFAULT 70000);
