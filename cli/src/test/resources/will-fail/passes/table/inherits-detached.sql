-- passes: a partition that was detached is a table like others, and a table of a type is a parent
CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE events DETACH PARTITION events_2026;
CREATE TABLE more () INHERITS (events_2026);
ALTER TABLE events_2026 DROP COLUMN id CASCADE;
CREATE TYPE pair AS (x integer);
CREATE TABLE a OF pair;
CREATE TABLE b (x integer);
ALTER TABLE b INHERIT a;
