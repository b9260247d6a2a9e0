-- passes: temporary
CREATE TABLE a (id bigint);
CREATE TEMP TABLE a (other bigint);
SELECT other FROM a;
