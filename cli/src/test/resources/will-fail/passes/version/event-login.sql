-- passes since 17: event login
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
-- migration
CREATE EVENT TRIGGER e ON login EXECUTE FUNCTION f();
DROP EVENT TRIGGER e;
