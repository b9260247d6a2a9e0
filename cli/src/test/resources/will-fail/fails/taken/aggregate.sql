-- 42723: function s already exists with same argument types
CREATE AGGREGATE s (int) (SFUNC = int4pl, STYPE = int);
CREATE AGGREGATE s (int) (SFUNC = int4pl, STYPE = int);
