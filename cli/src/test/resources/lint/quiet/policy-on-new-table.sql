-- migration
CREATE TABLE notes (id bigint PRIMARY KEY, owner name NOT NULL DEFAULT current_user, text text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_notes ON notes USING (owner = current_user);
