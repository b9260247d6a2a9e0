-- migration
CREATE TABLE slots (
  id bigint PRIMARY KEY,
  during tstzrange NOT NULL,
  EXCLUDE USING gist (during WITH &&)
);
