CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE notes (
  title varchar(10),
  body text COMPRESSION pglz,
  moods mood[]
);
ALTER TABLE notes ALTER title SET STORAGE MAIN;
ALTER TABLE notes ALTER body SET STORAGE EXTERNAL;
ALTER TABLE notes ALTER body SET STATISTICS 5;
ALTER TABLE notes ALTER moods SET STORAGE EXTERNAL;
CREATE TABLE drafts () INHERITS (notes);
ALTER TABLE drafts ALTER body SET STORAGE MAIN;
