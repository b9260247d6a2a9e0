CREATE TABLE users (id int PRIMARY KEY);
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE FUNCTION mood_less(a mood, b mood) RETURNS boolean LANGUAGE sql AS 'SELECT a < b';
CREATE OPERATOR <= (LEFTARG = mood, RIGHTARG = mood, FUNCTION = mood_less);
CREATE EXTENSION unaccent;
