CREATE EXTENSION unaccent;
CREATE SCHEMA s;
CREATE TEXT SEARCH DICTIONARY d1 (TEMPLATE = simple, STOPWORDS = english);
CREATE TEXT SEARCH DICTIONARY d2 (TEMPLATE = snowball, Language = english, StopWords = english);
CREATE TEXT SEARCH DICTIONARY d3 (template = pg_catalog.simple, stopwords = english, accept = false);
CREATE TEXT SEARCH DICTIONARY d4 (TEMPLATE = simple);
ALTER TEXT SEARCH DICTIONARY d4 (StopWords = 'english', Accept = true);
CREATE TEXT SEARCH DICTIONARY d5 (TEMPLATE = simple, STOPWORDS = english, ACCEPT = false);
ALTER TEXT SEARCH DICTIONARY d5 (ACCEPT);
CREATE TEXT SEARCH CONFIGURATION c1 (COPY = english);
CREATE TEXT SEARCH CONFIGURATION c2 (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION c2 ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION c3 (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION c3 ADD MAPPING FOR asciiword, word WITH simple;
ALTER TEXT SEARCH CONFIGURATION c3 ADD MAPPING FOR int, uint, email WITH d1, simple;
ALTER TEXT SEARCH CONFIGURATION c3 DROP MAPPING FOR email;
ALTER TEXT SEARCH CONFIGURATION c3 DROP MAPPING IF EXISTS FOR url;
CREATE TEXT SEARCH CONFIGURATION c4 (COPY = c2);
ALTER TEXT SEARCH CONFIGURATION c4 ALTER MAPPING REPLACE english_stem WITH d2;
CREATE TEXT SEARCH CONFIGURATION c5 (COPY = c3);
ALTER TEXT SEARCH CONFIGURATION c5 ALTER MAPPING FOR int REPLACE simple WITH d2;
CREATE TEXT SEARCH CONFIGURATION c7 (copy = simple);
ALTER TEXT SEARCH CONFIGURATION c7 ALTER MAPPING FOR asciiword WITH d3;
ALTER TEXT SEARCH CONFIGURATION c7 RENAME TO c7b;
CREATE TEXT SEARCH CONFIGURATION c8 (COPY = german);
ALTER TEXT SEARCH CONFIGURATION c8 SET SCHEMA s;
CREATE TEXT SEARCH CONFIGURATION c9 (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION c9 DROP MAPPING FOR numword;
ALTER TEXT SEARCH CONFIGURATION c9 ALTER MAPPING FOR asciihword, asciiword, hword_asciipart, hword, hword_part, word WITH unaccent, french_stem;
CREATE TABLE ts (a text, b text, v tsvector GENERATED ALWAYS AS (to_tsvector('english', coalesce(a, '') || ' ' || coalesce(b, ''))) STORED, w tsvector GENERATED ALWAYS AS (setweight(to_tsvector('public.c1', coalesce(a,'')), 'A') || setweight(to_tsvector('simple', b), 'B')) STORED);
CREATE INDEX ts1 ON ts USING gin (to_tsvector('english', a));
CREATE INDEX ts2 ON ts USING gin (to_tsvector('english'::regconfig, a || b));
COMMENT ON TEXT SEARCH CONFIGURATION c1 IS 'x';
COMMENT ON TEXT SEARCH DICTIONARY d1 IS 'y';
-- not: d1 (TEMPLATE = simple, STOPWORDS = english) => d1 (TEMPLATE = simple, STOPWORDS = german)
-- not: d1 (TEMPLATE = simple, STOPWORDS = english) => d1 (TEMPLATE = simple)
-- not: Language = english, StopWords => Language = german, StopWords
-- not: accept = false => accept = true
-- not: 'english', Accept = true => 'german', Accept = true
-- not: (ACCEPT); => (ACCEPT = false);
-- not: c1 (COPY = english) => c1 (COPY = simple)
-- not: c1 (COPY = english) => c1 (COPY = german)
-- not: WITH unaccent, english_stem; => WITH english_stem, unaccent;
-- not: WITH unaccent, english_stem; => WITH unaccent, simple;
-- not: hword, hword_part, word WITH unaccent, e => hword, word WITH unaccent, e
-- not: FOR asciiword, word WITH simple => FOR asciiword WITH simple
-- not: int, uint, email WITH d1, simple => int, uint, email WITH simple
-- not: DROP MAPPING FOR email => DROP MAPPING FOR uint
-- not: REPLACE english_stem WITH d2 => REPLACE english_stem WITH d3
-- not: FOR int REPLACE simple => FOR uint REPLACE simple
-- not: FOR asciiword WITH d3 => FOR asciiword WITH d1
-- not: c8 (COPY = german) => c8 (COPY = french)
-- not: DROP MAPPING FOR numword => DROP MAPPING FOR numhword
-- not: to_tsvector('english', coalesce(a, '') || => to_tsvector('german', coalesce(a, '') ||
-- not: to_tsvector('public.c1' => to_tsvector('public.c2'
-- not: gin (to_tsvector('english', a)) => gin (to_tsvector('simple', a))
