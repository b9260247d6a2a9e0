package dev.deed.cli.job;

import dev.deed.engine.Migrations;
import dev.deed.engine.changeover.ContractTerms;
import dev.deed.engine.changeover.Contracts;
import dev.deed.ownership.Consumer;
import dev.deed.ownership.Environment;
import dev.deed.sql.ServiceName;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whose word the contracts of a project need: that of each service which the ownership file lets
/// use the table, or the column.
final class ContractWords {

  private ContractWords() {}

  /// A database that may be dropped and rebuilt has no old code that could need the old form.
  static boolean areAskedIn(Environment environment) {
    return !environment.disposable();
  }

  static Contracts of(Project project, Migrations migrations) {
    return of(project, migrations, false);
  }

  /// @param looksAlways at who uses the old form, also where something else holds the contract
  static Contracts of(Project project, Migrations migrations, boolean looksAlways) {
    var map = project.ownership().map();
    ContractTerms terms =
        (database, table, column) ->
            map.consumersOf(database, table).stream()
                .filter(consumer -> mayUse(consumer, column))
                .map(Consumer::service)
                .collect(Collectors.<ServiceName, TreeSet<ServiceName>>toCollection(TreeSet::new));
    return new Contracts(migrations, terms, looksAlways);
  }

  private static boolean mayUse(Consumer consumer, @Nullable String column) {
    return column == null || consumer.columns().isEmpty() || consumer.columns().contains(column);
  }
}
