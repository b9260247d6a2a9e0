SET search_path = depot, public;
ALTER TABLE shelves ADD COLUMN x int;
ALTER TABLE orders ADD COLUMN x int;
CREATE TABLE orders2 (id int);
RESET search_path;
SET LOCAL search_path TO depot;
INSERT INTO shelves VALUES (1);
SELECT set_config('search_path', 'depot', false);
DELETE FROM shelves;
