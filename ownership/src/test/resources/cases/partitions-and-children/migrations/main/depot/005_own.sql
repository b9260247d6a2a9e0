-- The partition that nobody claims goes with the whole.
ALTER TABLE stock_archive ADD CHECK (id > 0);
ALTER TABLE depot.moves ADD COLUMN note text;
