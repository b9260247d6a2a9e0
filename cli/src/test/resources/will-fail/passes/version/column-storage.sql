-- passes since 16: column storage
CREATE TABLE t (a text STORAGE EXTERNAL);
