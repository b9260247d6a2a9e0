-- 42601 until 16: event login came with PostgreSQL 17
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
-- migration
CREATE EVENT TRIGGER e ON login EXECUTE FUNCTION f();
DROP EVENT TRIGGER e;
