-- Each of them takes away what depot has built on it.
DROP TABLE orders CASCADE;
DROP TYPE size CASCADE;
DROP FUNCTION stamp() CASCADE;
DROP SCHEMA shared CASCADE;
