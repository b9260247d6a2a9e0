package dev.deed.drift.close;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalKeywordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "revoke usage ON SCHEMA s from public | REVOKE USAGE ON SCHEMA s FROM PUBLIC",
        "GRANT select (a) ON TABLE public.t to public | GRANT SELECT (a) ON TABLE public.t TO PUBLIC",
        "CREATE VIEW public.v AS select t.a from public.t order by t.a | CREATE VIEW public.v AS SELECT t.a FROM public.t ORDER BY t.a",
        "CREATE VIEW v AS select left('ab', 1), t.left from t left join u on true | CREATE VIEW v AS SELECT LEFT('ab', 1), t.left FROM t LEFT JOIN u ON TRUE",
        "CREATE SERVER s foreign data wrapper w options (host 'h') | CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'h')",
        "CREATE TRIGGER each AFTER INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION f() | CREATE TRIGGER each AFTER INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION f()",
        "ALTER TABLE t ADD COLUMN a timestamp with time zone, ADD COLUMN b interval day to second | ALTER TABLE t ADD COLUMN a timestamp with time zone, ADD COLUMN b interval day to second",
        "CREATE TABLE version (key text, data text, type text) | CREATE TABLE version (key text, data text, type text)",
        "CREATE FUNCTION f() RETURNS text AS $$ select 'a' $$ | CREATE FUNCTION f() RETURNS text AS $$ select 'a' $$",
        "ALTER TABLE public.add ALTER COLUMN set DROP DEFAULT | ALTER TABLE public.add ALTER COLUMN set DROP DEFAULT",
      })
  void are_in_capitals_and_names_are_not(String sql, String written) {
    assertThat(CapitalKeywords.in(sql)).isEqualTo(written);
  }
}
