ALTER TABLE public.posts ADD CONSTRAINT posts_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id) NOT VALID;
ALTER TABLE public.posts VALIDATE CONSTRAINT posts_user_id_fkey;
