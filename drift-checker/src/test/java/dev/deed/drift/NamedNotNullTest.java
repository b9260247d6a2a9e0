package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.drift.close.Reconciler;
import dev.deed.sql.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// From PostgreSQL 18 on a `NOT NULL` has a name, which a new column has to get with it.
class NamedNotNullTest {

  @Test
  void names_the_constraint_where_the_column_is_added() throws IOException {
    assertThat(sql("a integer", "a integer,\n b integer CONSTRAINT k NOT NULL"))
        .containsExactly("ALTER TABLE public.t ADD COLUMN b integer CONSTRAINT k NOT NULL");
  }

  @Test
  void leaves_out_the_name_that_the_server_would_choose() throws IOException {
    assertThat(sql("a integer", "a integer,\n b integer NOT NULL"))
        .containsExactly("ALTER TABLE public.t ADD COLUMN b integer NOT NULL");
  }

  @Test
  void frees_the_name_that_a_column_with_another_name_had() throws IOException {
    assertThat(sql("b text CONSTRAINT t_a_not_null NOT NULL", "a integer NOT NULL"))
        .containsExactly(
            "ALTER TABLE public.t DROP CONSTRAINT t_a_not_null",
            "ALTER TABLE public.t DROP COLUMN b",
            "ALTER TABLE public.t ADD COLUMN a integer CONSTRAINT t_a_not_null NOT NULL");
  }

  @Test
  void passes_the_name_on_to_children() throws IOException {
    var child = "\n);\nCREATE TABLE public.c (\n)\nINHERITS (public.t";
    assertThat(sql("a integer" + child, "a integer,\n b integer CONSTRAINT k NOT NULL" + child))
        .containsExactly("ALTER TABLE public.t ADD COLUMN b integer CONSTRAINT k NOT NULL");
  }

  @Test
  void comes_before_the_identity_that_needs_it() throws IOException {
    var sql = sql("a integer", "a integer GENERATED ALWAYS AS IDENTITY CONSTRAINT k NOT NULL");

    assertThat(sql)
        .containsSubsequence(
            "ALTER TABLE public.t VALIDATE CONSTRAINT k",
            "ALTER TABLE public.t ALTER COLUMN a ADD GENERATED ALWAYS AS IDENTITY");
  }

  @Test
  void does_not_name_it_for_an_older_server() throws IOException {
    var from = side("from", "a integer").asOn(15);
    var to = side("to", "a integer CONSTRAINT k NOT NULL").asOn(15);

    assertThat(sql(from, to))
        .last()
        .isNotEqualTo("ALTER TABLE public.t ADD CONSTRAINT k NOT NULL a")
        .asString()
        .doesNotContain("CONSTRAINT k NOT NULL");
    assertThat(String.join(";", sql(from, to))).contains("ALTER COLUMN a SET NOT NULL");
  }

  private static List<String> sql(String from, String to) throws IOException {
    return sql(side("from", from), side("to", to));
  }

  private static List<String> sql(Side from, Side to) {
    return Reconciler.between(from, to, true).closings().stream().map(Closing::sql).toList();
  }

  private static Side side(String name, String columns) throws IOException {
    var dump =
        """
        --
        -- PostgreSQL database dump
        --

        -- Dumped from database version 18.1
        -- Dumped by pg_dump version 18.1

        CREATE TABLE public.t (
         %s
        );

        --
        -- PostgreSQL database dump complete
        --
        """
            .formatted(columns);
    return Side.ofFile(
        name,
        new SourceFile(name),
        new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)));
  }
}
