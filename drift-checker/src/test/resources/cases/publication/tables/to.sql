CREATE TABLE t (a integer PRIMARY KEY, b text); CREATE TABLE u (a integer PRIMARY KEY); CREATE SCHEMA s;
CREATE PUBLICATION p FOR TABLE t (a) WHERE (a > 1), u WITH (publish_via_partition_root = true); CREATE PUBLICATION q FOR TABLE u; CREATE PUBLICATION r WITH (publish = 'insert, update');
