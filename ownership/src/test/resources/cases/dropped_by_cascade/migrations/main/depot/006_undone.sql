-- What a rollback brings back is as old as it was.
CREATE VIEW pieces AS SELECT pieces FROM stock;
