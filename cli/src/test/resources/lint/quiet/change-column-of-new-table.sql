-- migration
CREATE TABLE carts (id integer, note varchar(10));
ALTER TABLE carts ALTER COLUMN id TYPE bigint;
ALTER TABLE carts ALTER COLUMN id SET NOT NULL;
ALTER TABLE carts ADD PRIMARY KEY (id);
ALTER TABLE carts RENAME COLUMN note TO remark;
ALTER TABLE carts DROP COLUMN remark;
