ALTER TABLE ${schema}.account ALTER COLUMN email TYPE varchar(100);
ALTER TABLE ${missing}.account ADD COLUMN note text;
