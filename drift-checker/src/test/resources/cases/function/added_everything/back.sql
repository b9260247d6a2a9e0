DROP FUNCTION public.f(integer, text[]);
DROP FUNCTION public.g(integer);
DROP FUNCTION public.h();
