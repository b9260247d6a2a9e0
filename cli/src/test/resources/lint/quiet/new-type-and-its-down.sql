-- migration
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
-- down
DROP TYPE mood;
