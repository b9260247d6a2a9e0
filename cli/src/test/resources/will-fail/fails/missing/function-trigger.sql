-- 42883: a trigger of no function
CREATE TABLE t (id bigint PRIMARY KEY);
-- migration
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION touch();
