-- 42883: function app_user() does not exist
CREATE TABLE a (id bigint);
CREATE POLICY p ON a USING (id = app_user());
