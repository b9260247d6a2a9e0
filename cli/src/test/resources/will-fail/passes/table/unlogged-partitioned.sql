-- passes until 17: SET UNLOGGED does nothing for a partitioned table
CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
ALTER TABLE events SET UNLOGGED;
CREATE PUBLICATION outgoing FOR TABLE events;
