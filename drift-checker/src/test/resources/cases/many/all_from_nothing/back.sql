DROP PUBLICATION pub;
DROP MATERIALIZED VIEW s.m;
DROP VIEW s.v;
-- its rows are lost; to drop it step by step: deed expand drop-table s.p
-- loses data
DROP TABLE s.p;
-- its rows are lost; to drop it step by step: deed expand drop-table s.t
-- loses data
DROP TABLE s.t;
-- its position is lost
-- loses data
DROP SEQUENCE s.q;
-- needs another
DROP FUNCTION s.f();
-- needs another
DROP DOMAIN s.d;
-- needs another
DROP TYPE s.e;
-- what its objects keep is lost
-- loses data
DROP EXTENSION hstore;
-- needs another
DROP SCHEMA s;
