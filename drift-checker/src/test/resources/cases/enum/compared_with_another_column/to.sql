CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE people (
  morning mood,
  evening mood,
  CONSTRAINT swings CHECK (morning <> evening),
  CONSTRAINT known CHECK (morning IS NOT NULL)
);
CREATE INDEX steady ON people (morning) WHERE morning = evening;
CREATE INDEX evenings ON people (evening);
