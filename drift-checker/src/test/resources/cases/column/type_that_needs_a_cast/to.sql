CREATE TABLE t (a integer, b jsonb, c integer[], d boolean, e date);
