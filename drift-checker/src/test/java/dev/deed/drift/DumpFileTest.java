package dev.deed.drift;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import dev.deed.sql.effect.ObjectName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DumpFileTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PGDMP         | custom format | pg_restore --schema-only -f schema.sql x.sql
          (\u00b5/\u00fd | zstd         | unzstd --keep x.sql
          \u00ff\u00fe-  | UTF-16       | pg_dump --schema-only --file=x.sql
          gr\u00f6\u00dfe | not UTF-8   | --encoding=UTF8
          SELECT (;     | x.sql:1:9     | --format=plain
          """)
  void tells_what_a_file_is_instead_of_a_dump(String start, String what, String advice) {
    assertThatThrownBy(() -> read(start.getBytes(ISO_8859_1)))
        .isInstanceOf(DumpNotReadable.class)
        .hasMessageContaining(what)
        .extracting(e -> ((UserException) e).advice())
        .asString()
        .contains(advice);
  }

  @Test
  void refuses_an_empty_file() {
    assertThatThrownBy(() -> read(" \n".getBytes(UTF_8))).hasMessageStartingWith("x.sql is empty");
  }

  @Test
  void refuses_a_dump_that_is_cut_off() {
    var dump = "--\n-- PostgreSQL database dump\n--\n\nCREATE TABLE t (a integer);\n";

    assertThatThrownBy(() -> read(dump.getBytes(UTF_8)))
        .hasMessage(
            "x.sql is cut off: its last line, \"-- PostgreSQL database dump complete\", is missing");
    assertThat(
            read((dump + "--\n-- PostgreSQL database dump complete\n--\n\n").getBytes(UTF_8))
                .reader()
                .schema()
                .names())
        .contains(ObjectName.table(QualifiedName.of("public", "t")));
  }

  @Test
  void refuses_a_dump_that_changes_a_table_before_creating_it() {
    var sorted = "ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a);\nCREATE TABLE t (a integer);";
    var clean = "ALTER TABLE t DROP CONSTRAINT k;\nDROP TABLE t;\nCREATE TABLE t (a integer);";

    assertThatThrownBy(() -> read(sorted.getBytes(UTF_8)))
        .hasMessage(
            "x.sql is out of order: line 1 changes table t before the statement that creates it");
    assertThat(read(clean.getBytes(UTF_8)).reader().schema().names())
        .contains(ObjectName.table(QualifiedName.of("public", "t")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE t OWNER TO app",
        "COMMENT ON COLUMN t.a IS 'x'",
        "GRANT SELECT ON t TO app",
        "CREATE INDEX t_a ON t (a)",
        "CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()",
        "ALTER TABLE other ADD FOREIGN KEY (a) REFERENCES t",
        "ALTER VIEW v OWNER TO app",
        "ALTER TABLE v OWNER TO app",
        "COMMENT ON VIEW v IS 'x'",
        "ALTER SEQUENCE s OWNED BY NONE",
        "ALTER TYPE m ADD VALUE 'c'",
        "ALTER DOMAIN d SET NOT NULL",
        "ALTER FUNCTION f(integer) OWNER TO app",
        "COMMENT ON FUNCTION f(integer) IS 'x'",
        "ALTER PUBLICATION p ADD TABLE t",
        "COMMENT ON SCHEMA app IS 'x'"
      })
  void refuses_a_dump_that_changes_anything_before_creating_it(String early) {
    var created =
        """
        CREATE SCHEMA app;
        CREATE TABLE t (a integer);
        CREATE VIEW v AS SELECT 1 AS x;
        CREATE SEQUENCE s;
        CREATE TYPE m AS ENUM ('a', 'b');
        CREATE DOMAIN d AS integer;
        CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
        CREATE PUBLICATION p;
        """;

    assertThatThrownBy(() -> read((early + ";\n" + created).getBytes(UTF_8)))
        .hasMessageContaining("x.sql is out of order: line 1 changes ");
    assertThat(read((created + early + ";\n").getBytes(UTF_8)).reader().schema().names())
        .isNotEmpty();
  }

  @Test
  void names_the_place_in_the_whole_file_and_counts_all_errors() {
    var table = "CREATE TABLE t_%d (a integer);\n";
    var dump = new StringBuilder();
    for (var i = 1; i <= 20_000; i++) {
      dump.append(i == 15_000 || i == 19_000 ? "/* */ SELECT (;\n" : table.formatted(i));
    }

    assertThatThrownBy(() -> read(dump.toString().getBytes(UTF_8)))
        .hasMessageContaining("x.sql:15000:15: ")
        .hasMessageEndingWith("(and 1 more)");
  }

  @Test
  void names_the_line_of_an_early_change_in_the_whole_file() {
    var dump = new StringBuilder();
    for (var i = 1; i <= 20_000; i++) {
      dump.append(
          i == 15_000
              ? "ALTER TABLE t_19999 ADD b integer;\n"
              : "CREATE TABLE t_%d (a integer);\n".formatted(i));
    }

    assertThatThrownBy(() -> read(dump.toString().getBytes(UTF_8)))
        .hasMessageContaining("x.sql is out of order: line 15000 changes table t_19999 ");
  }

  @Test
  void refuses_a_dump_of_two_databases() {
    assertThatThrownBy(
            () -> read("\\connect a\nSELECT 1;\n\\connect b\nSELECT 1;\n".getBytes(UTF_8)))
        .hasMessage("x.sql is a dump of more than one database: line 3 connects to another one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -- MySQL dump 10.13  Distrib 8.0.36             | MySQL or MariaDB
          /*!40101 SET NAMES utf8 */;                     | MySQL or MariaDB
          /*M!999999 enable the sandbox mode */           | MySQL or MariaDB
          -- MariaDB dump 10.19                           | MySQL or MariaDB
          PRAGMA foreign_keys=OFF;                        | SQLite
          USE [shop]                                      | SQL Server
          -- PostgreSQL database cluster dump             | a whole server by pg_dumpall
          """)
  void names_the_program_of_another_dump(String first, String program) {
    assertThatThrownBy(() -> read((first + "\nCREATE TABLE t (a integer);\n").getBytes(UTF_8)))
        .isInstanceOf(DumpNotReadable.class)
        .hasMessageContaining(program + ", not a dump of a PostgreSQL database");
  }

  @Test
  void refuses_a_dump_of_rows_alone() {
    var rows = "SET client_encoding = 'UTF8';\nCOPY public.t (a) FROM stdin;\n1\n\\.\n";

    assertThatThrownBy(() -> read(rows.getBytes(UTF_8)))
        .hasMessage("x.sql has rows and no schema (dumped with --data-only?)");
    assertThat(read(("CREATE TABLE public.t (a integer);\n" + rows).getBytes(UTF_8)).reader())
        .isNotNull();
  }

  @Test
  void asks_whether_two_dumps_without_a_common_table_are_of_one_database() {
    var one = "CREATE TABLE a (x integer); CREATE TABLE b (x integer);";
    var other = "CREATE TABLE c (y text); CREATE TABLE d (z text);";

    assertThat(remarks(one, other))
        .containsExactly("x.sql and x.sql have no table in common: are they of the same database?");
    assertThat(remarks(one, other + one)).isEmpty();
    assertThat(remarks(one, one.replace("TABLE a", "TABLE e"))).isEmpty();
  }

  private static Iterable<String> remarks(String from, String to) {
    return DriftCheck.between(Owners.DATABASE, side(from), side(to), Owners::of).remarks();
  }

  private static Side side(String sql) {
    return Side.ofArchive("x.sql", new SourceFile("x.sql"), DumpText.of(sql));
  }

  @Test
  void refuses_a_packed_file() {
    assertThatThrownBy(() -> read(new byte[] {0x1f, (byte) 0x8b, 8, 0}))
        .hasMessage("x.sql is compressed with gzip");
  }

  @Test
  void refuses_a_tar_archive() {
    var tar = new byte[512];
    System.arraycopy("ustar".getBytes(UTF_8), 0, tar, 257, 5);

    assertThatThrownBy(() -> read(tar)).hasMessageContaining("tar format");
  }

  @Test
  void reads_a_file_with_a_byte_order_mark() {
    var read = read("\uFEFFCREATE TABLE t (a integer);".getBytes(UTF_8));

    assertThat(read.reader().schema().names())
        .contains(ObjectName.table(QualifiedName.of("public", "t")));
  }

  private static SideContents read(byte[] bytes) {
    try {
      return Side.ofFile("x.sql", new SourceFile("x.sql"), new ByteArrayInputStream(bytes))
          .read(15);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
