-- passes: policies
CREATE TABLE a (id bigint, owner text);
CREATE POLICY p ON a USING (owner = current_user AND id IN (SELECT max(id) FROM a));
CREATE POLICY q ON a FOR INSERT WITH CHECK (owner = session_user);
