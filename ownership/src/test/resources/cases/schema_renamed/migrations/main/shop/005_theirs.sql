DROP VIEW purchasing.pieces;
ALTER FUNCTION purchasing.next_one() COST 1;
