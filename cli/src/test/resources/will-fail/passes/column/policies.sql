-- passes: policies
CREATE TABLE a (id bigint, owner text);
CREATE TABLE b (a_id bigint, member text);
CREATE POLICY p ON a USING (EXISTS (SELECT 1 FROM b WHERE b.a_id = a.id AND member = owner));
CREATE POLICY q ON a FOR INSERT WITH CHECK (id IN (SELECT a_id FROM b));
