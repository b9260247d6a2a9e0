-- 22007: invalid input syntax for type date: soon
CREATE TABLE a (d date DEFAULT 'soon');
