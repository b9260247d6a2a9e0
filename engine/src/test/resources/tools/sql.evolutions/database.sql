CREATE TABLE public.account (id bigint PRIMARY KEY, email text NOT NULL, name text);
CREATE TABLE public.play_evolutions (
    id int not null primary key,
    hash varchar(255) not null,
    applied_at timestamp not null,
    apply_script text,
    revert_script text,
    state varchar(255),
    last_problem text
);
CREATE TABLE public.play_evolutions_lock (lock int not null primary key);
INSERT INTO public.play_evolutions VALUES
    (1, '2c1d0c1bd9a8a3d4a0ad0d1f9b0a1d7be25bd5a5', '2026-01-01 10:00:00',
     'CREATE TABLE account (id bigint PRIMARY KEY, email text NOT NULL);', 'DROP TABLE account;', 'applied', ''),
    (2, '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b', '2026-01-02 10:00:00',
     'ALTER TABLE account ADD COLUMN name text;', 'ALTER TABLE account DROP COLUMN name;', 'applied', '');
