CREATE TABLE auth_part PARTITION OF web_root FOR VALUES IN (1) PARTITION BY LIST (id);
CREATE TABLE auth_leaf PARTITION OF auth_part FOR VALUES IN (1);
CREATE TABLE auth_lent_to_read () INHERITS (web_parent);
CREATE TABLE auth_lent_to_write () INHERITS (web_parent);
