--liquibase formatted sql
--property name:table value:a

--changeset "web team":1 endDelimiter:/ splitStatements:true
CREATE TABLE ${table} (b int)/
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$
/
/* liquibase rollback
DROP FUNCTION f();
DROP TABLE a;
*/

--changeset web:rows context:test
INSERT INTO a VALUES (1);
--rollback DELETE FROM a;

--changeset web:mysql dbms:mysql
ENGINE = InnoDB;

--changeset web:last runInTransaction:false
CREATE INDEX CONCURRENTLY a_b ON a (b);
--rollback DROP INDEX a_b;
--rollback empty
