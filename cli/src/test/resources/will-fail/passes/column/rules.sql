-- passes: rules
CREATE TABLE a (id bigint, name text);
CREATE TABLE b (id bigint);
CREATE RULE r AS ON UPDATE TO a WHERE old.id <> new.id DO ALSO INSERT INTO b SELECT new.id;
