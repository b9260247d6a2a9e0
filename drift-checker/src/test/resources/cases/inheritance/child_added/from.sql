CREATE TABLE p (a integer NOT NULL, b text DEFAULT 'x', CHECK (a > 0));
