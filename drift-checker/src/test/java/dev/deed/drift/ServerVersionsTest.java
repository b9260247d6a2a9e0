package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The same schema, built in two ways on the servers of 14 to 18, and dumped by every `pg_dump`
/// that can read them (`versions/record` records the dumps): no two of them differ.
class ServerVersionsTest {

  @Test
  void has_dumps_of_all_versions() throws IOException {
    for (var server = 14; server <= 18; server++) {
      for (var schema : List.of("rich", "otherwise")) {
        assertThat(names()).contains("%s-%d-by-18.sql".formatted(schema, server));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> finds_no_difference_between() throws IOException {
    var names = names();
    var tests = new ArrayList<DynamicTest>();
    for (var from : names) {
      for (var to : names) {
        if (!from.equals(to)) {
          tests.add(
              DynamicTest.dynamicTest(
                  from + " and " + to,
                  () ->
                      assertThat(
                              PlainReport.of(
                                  DriftCheck.between(
                                      Owners.DATABASE, side(from), side(to), Owners::of)))
                          .isEqualTo("no drift\n")));
        }
      }
    }
    return tests.stream();
  }

  private static Path folder() {
    return Golden.fixture("versions");
  }

  private static List<String> names() throws IOException {
    try (var files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains("-by-"))
          .sorted()
          .toList();
    }
  }

  private static Side side(String name) throws IOException {
    try (var dump = Files.newInputStream(folder().resolve(name))) {
      return Side.ofFile(name, new SourceFile(name), dump);
    }
  }
}
