package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DumpLinesTest {

  @Test
  void sees_lines_that_only_one_dump_has_and_no_order() {
    var before =
        lines(
            """
            -- Dumped by pg_dump version 18.1
            \\restrict abc
            CREATE TABLE a (
                id integer
            );
            CREATE PUBLICATION p WITH (publish_via_partition_root = true);
            \\unrestrict abc
            """);
    var after =
        lines(
            """
            \\restrict def
            CREATE PUBLICATION p;

            CREATE TABLE a (
                id integer
            );
            \\unrestrict def
            """);
    assertThat(before.differences(after))
        .containsExactly(
            "- CREATE PUBLICATION p WITH (publish_via_partition_root = true);",
            "+ CREATE PUBLICATION p;");
    assertThat(before.differences(before)).isEmpty();
  }

  private static DumpLines lines(String text) {
    return DumpLines.of(DumpText.of(text));
  }
}
