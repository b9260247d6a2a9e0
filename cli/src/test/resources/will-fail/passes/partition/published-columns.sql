-- passes since 15: as one table
CREATE TABLE events (id integer, at date) PARTITION BY RANGE (at);
CREATE PUBLICATION outgoing FOR TABLE events (id) WHERE (id > 3) WITH (publish_via_partition_root);
CREATE PUBLICATION all_of_it FOR TABLE events;
