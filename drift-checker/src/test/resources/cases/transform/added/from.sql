CREATE FUNCTION to_int(internal) RETURNS integer LANGUAGE internal IMMUTABLE AS 'int4recv'; CREATE FUNCTION from_int(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'int4recv';
