package dev.deed.cli.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// What `will-fail` says of a script, a server does: each file of `will-fail/fails` is refused, at
/// the statement that is found; each of `will-fail/passes` runs, and nothing is found in it. The
/// latter are near misses: scripts that a careless rule would take for failing ones.
@ExtendWith(PostgresExtension.class)
class CertainFailuresTest {

  private static final int FAILING = 750;
  private static final int PASSING = 250;

  @TestFactory
  Stream<DynamicTest> fails_where_it_is_found(TestDatabase database) throws IOException {
    return FailureFiles.each("fails", file -> fails(FailureCase.read(file), database));
  }

  @TestFactory
  Stream<DynamicTest> finds_nothing_in_what_passes(TestDatabase database) throws IOException {
    return FailureFiles.each("passes", file -> passes(FailureCase.read(file), database));
  }

  @Test
  void has_many_cases_of_both() throws IOException {
    assertTrue(
        FailureFiles.files("fails").size() >= FAILING,
        "only " + FailureFiles.files("fails").size());
    assertTrue(
        FailureFiles.files("passes").size() >= PASSING,
        "only " + FailureFiles.files("passes").size());
  }

  private static void fails(FailureCase failing, TestDatabase database) throws SQLException {
    var version = database.majorVersion();
    if (!failing.isFor(version)) {
      return;
    }
    var refused = FailureFiles.run(failing, database);
    assertNotNull(refused, "the server refuses nothing");
    assertEquals(failing.error(), refused.error(), refused.message());
    var found = failing.findings(version);
    assertEquals(
        Set.of(refused.place()),
        found.keySet(),
        () -> "the server refuses %s; found: %s".formatted(refused, found));
  }

  private static void passes(FailureCase passing, TestDatabase database) throws SQLException {
    var version = database.majorVersion();
    if (!passing.isFor(version)) {
      return;
    }
    var refused = FailureFiles.run(passing, database);
    assertNull(refused);
    var found = passing.findings(version);
    assertTrue(found.isEmpty(), () -> "found: " + found);
  }
}
