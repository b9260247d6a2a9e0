-- 2BP01: cannot drop extension moddatetime because other objects depend on it
CREATE EXTENSION moddatetime;
CREATE TABLE a (at timestamptz);
CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION moddatetime(at);
DROP EXTENSION moddatetime;
