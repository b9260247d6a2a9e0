-- passes: grant
CREATE TABLE a (id bigint, "Name" text);
GRANT SELECT (id, "Name"), UPDATE ("Name") ON a TO PUBLIC;
CREATE STATISTICS s ON id, "Name" FROM a;
