-- passes: volatile elsewhere
CREATE TABLE a (id uuid DEFAULT gen_random_uuid(), at timestamptz DEFAULT now() CHECK (at <= now()), day date DEFAULT CURRENT_DATE);
ALTER TABLE a ALTER COLUMN day TYPE text USING to_char(day, 'YYYY');
