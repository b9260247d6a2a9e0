-- migration
CREATE TABLE logs (id bigint PRIMARY KEY, line text);
CREATE TABLE logs_old (PRIMARY KEY (id)) INHERITS (logs);
