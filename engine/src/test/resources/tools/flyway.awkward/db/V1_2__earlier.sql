CREATE TABLE ${schema}.earlier (id int, ${unknown} text);
-- grant
ALTER TABLE ${schema}.earlier OWNER TO ${owner};
