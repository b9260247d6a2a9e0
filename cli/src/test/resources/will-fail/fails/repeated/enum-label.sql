-- 23505: a value twice
CREATE TYPE mood AS ENUM ('fine', 'sad', 'fine');
