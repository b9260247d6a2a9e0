-- Migration: next
-- Created: NOW
-- Version: VERSION
-- deed: generated
-- deed: transaction none

-- UP Migration
-- deed: ignore enum-value-order reason="generated: as in the wanted schema"
ALTER TYPE public.level ADD VALUE 'urgent';
ALTER TABLE public.projects ALTER COLUMN name TYPE character varying(200);
CREATE TABLE public.watchers (
    task_id uuid NOT NULL,
    email character varying(320) NOT NULL,
    since timestamp without time zone DEFAULT now(),
    CONSTRAINT pk_watchers PRIMARY KEY (task_id, email)
);
ALTER TABLE public.projects ADD COLUMN archived_at timestamp with time zone;
-- deed: ignore add-stored-generated-column reason="generated: as in the wanted schema"
ALTER TABLE public.tasks ADD COLUMN words integer GENERATED ALWAYS AS (length(title)) STORED;
CREATE UNIQUE INDEX CONCURRENTLY ix_tasks_open ON public.tasks USING btree (project_id, title) WHERE ((hours IS NULL));
CREATE INDEX CONCURRENTLY ix_tasks_project_id ON public.tasks USING btree (project_id);
ALTER TABLE public.tasks ADD CONSTRAINT ck_tasks_hours_not_negative CHECK ((hours >= (0)::numeric)) NOT VALID;
ALTER TABLE public.tasks VALIDATE CONSTRAINT ck_tasks_hours_not_negative;
ALTER TABLE public.watchers ADD CONSTRAINT fk_watchers_task_id_tasks FOREIGN KEY (task_id) REFERENCES public.tasks(id);

-- DOWN Migration (Rollback)
-- ALTER TABLE public.tasks DROP CONSTRAINT ck_tasks_hours_not_negative;
-- ALTER TABLE public.projects DROP COLUMN archived_at;
-- ALTER TABLE public.tasks DROP COLUMN words;
-- DROP TABLE public.watchers;
-- ALTER TYPE public.level RENAME TO level__old;
-- deed: ignore type-narrowing reason="generated: the way back"
-- deed: ignore type-rewrite reason="generated: the way back"
-- ALTER TABLE public.projects ALTER COLUMN name TYPE character varying(100);
-- CREATE TYPE public.level AS ENUM ('low', 'normal', 'high');
-- ALTER TABLE public.tasks ALTER COLUMN level DROP DEFAULT;
-- deed: ignore type-rewrite reason="generated: the way back"
-- ALTER TABLE public.tasks ALTER COLUMN level TYPE public.level USING level::text::public.level;
-- ALTER TABLE public.tasks ALTER COLUMN level SET DEFAULT 'normal'::public.level;
-- DROP INDEX CONCURRENTLY public.ix_tasks_open;
-- DROP INDEX CONCURRENTLY public.ix_tasks_project_id;
-- DROP TYPE public.level__old;
