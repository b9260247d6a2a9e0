package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// deed's parser against PostgreSQL's own, on PostgreSQL's regression suite.
final class OracleTest {

  private static final SourceFile FILE = new SourceFile("oracle.sql");

  /// Statements whose relations PostgreSQL's parse tree names and deed does not, on purpose.
  private static final List<String> NOT_LOCAL_TABLES =
      List.of(
          // Tables of the foreign server.
          "import foreign schema",
          // A constraint's name is held as a relation's.
          "set constraints",
          // Aliases.
          "for update of");

  @Test
  void accepts_every_statement_that_postgresql_accepts() {
    var refused =
        Verdict.recorded("statements")
            .filter(Verdict::accepted)
            .filter(v -> !NamedRelations.isSound(ScriptReader.read(FILE, v.sql())))
            .map(Verdict::sql)
            .toList();
    assertThat(refused).isEmpty();
  }

  @Test
  void never_misses_a_relation_that_postgresql_names() {
    var missed = new ArrayList<String>();
    Verdict.recorded("statements")
        .filter(Verdict::accepted)
        .filter(OracleTest::namesOnlyLocalTables)
        .forEach(v -> {
          var found = NamedRelations.of(ScriptReader.read(FILE, v.sql())).all();
          if (!found.containsAll(v.tables())) {
            missed.add(without(v.tables(), found) + " in " + v.sql());
          }
        });
    assertThat(missed).isEmpty();
  }

  @Test
  void names_the_same_relations_as_postgresql_in_999_of_1000_statements() {
    var different = new ArrayList<String>();
    var accepted =
        Verdict.recorded("statements")
            .filter(Verdict::accepted)
            .filter(OracleTest::namesOnlyLocalTables)
            .toList();
    for (var verdict : accepted) {
      var script = ScriptReader.read(FILE, verdict.sql());
      if (script.statements().size() > 1) {
        // The verdict is on the first one alone.
        continue;
      }
      var found = NamedRelations.of(script);
      var missing = without(verdict.tables(), found.all());
      var extra = without(without(found.inGrammar(), verdict.relations()), verdict.objects());
      if (!missing.isEmpty() || !extra.isEmpty()) {
        different.add("missing " + missing + ", more " + extra + " in " + verdict.sql());
      }
    }
    assertThat(different).hasSizeLessThanOrEqualTo(accepted.size() / 1000);
  }

  @Test
  void accepts_at_most_two_of_a_hundred_damaged_statements() {
    var damaged = Verdict.recorded("damaged").toList();
    var accepted =
        damaged.stream()
            .filter(v -> NamedRelations.isSound(ScriptReader.read(FILE, v.sql())))
            .map(Verdict::sql)
            .toList();
    assertThat(accepted).hasSizeLessThanOrEqualTo(damaged.size() / 50);
  }

  private static boolean namesOnlyLocalTables(Verdict verdict) {
    var sql = verdict.sql().toLowerCase(Locale.ROOT);
    return NOT_LOCAL_TABLES.stream().noneMatch(sql::contains);
  }

  private static Set<String> without(Set<String> names, Set<String> others) {
    var rest = new TreeSet<>(names);
    rest.removeAll(others);
    return rest;
  }
}
