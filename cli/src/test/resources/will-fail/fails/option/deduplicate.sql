-- 22023: invalid value for boolean option deduplicate_items: 2
CREATE TABLE a (id int);
CREATE INDEX i ON a (id) WITH (deduplicate_items = 2);
