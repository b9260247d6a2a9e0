CREATE TABLE l (name text DEFAULT 'δι');
