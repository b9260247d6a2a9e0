CREATE TABLE t (
  id int PRIMARY KEY,
  owner text,
  tenant uuid,
  b int,
  pub boolean);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p1 ON t USING (owner = current_user);
CREATE POLICY p2 ON t FOR SELECT USING (pub OR owner = current_user);
CREATE POLICY p3 ON t FOR ALL USING (tenant = current_setting('app.tenant')::uuid);
CREATE POLICY p4 ON t FOR INSERT WITH CHECK (b > 0);
CREATE POLICY p5 ON t FOR UPDATE USING (true) WITH CHECK (owner IN ('a', 'b'));
CREATE POLICY p6 ON t USING (EXISTS (SELECT 1 FROM t x WHERE x.id = t.b));
CREATE POLICY p7 ON t USING (id IN (SELECT x.b FROM t x WHERE x.owner = current_user));
CREATE POLICY p8 ON t USING (tenant = (SELECT current_setting('app.tenant', true)::uuid));
CREATE POLICY p9 ON t USING (id = ANY (ARRAY(SELECT b FROM t)));
-- not: pub OR owner => pub AND owner
-- not: x.id = t.b => x.b = t.id
-- not: 'app.tenant', true => 'app.tenant', false
-- not: x.owner = current_user => x.owner = session_user
