-- passes
CREATE TABLE a (j jsonb);
INSERT INTO a VALUES ('{"a": [1, 2, null]}'), ('"x"'), (' 1.5e3 '), ('null'), ('true'), ('[]');
