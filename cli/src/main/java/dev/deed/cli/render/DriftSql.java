package dev.deed.cli.render;

import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.drift.Closing;
import dev.deed.drift.DriftReport;
import dev.deed.drift.Reconciliation;
import dev.deed.ownership.Service;
import dev.deed.sql.Secrets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The SQL that closes drift, for `psql -v ON_ERROR_STOP=1 -f`: one part per database, with a line
/// where the owner changes. What loses rows is commented out unless it was allowed.
final class DriftSql {

  private final StringBuilder text = new StringBuilder();
  private final Report.Drifted report;

  private DriftSql(Report.Drifted report) {
    this.report = report;
  }

  static String of(Report.Drifted report) {
    return new DriftSql(report).all();
  }

  private String all() {
    for (var database : report.databases()) {
      text.append(text.isEmpty() ? "" : "\n");
      add(database);
    }
    return text.toString();
  }

  private void add(DriftReport database) {
    var reconciliation = database.reconciliation();
    if (reconciliation == null && !database.drifts().isEmpty()) {
      comment(
          "%s: there are differences, but no SQL was asked for: deed drift --format sql"
              .formatted(database.database()));
      return;
    }
    if (reconciliation == null) {
      comment(
          "%s: nothing to run: there is no difference between %s and %s"
              .formatted(database.database(), database.from(), database.to()));
      return;
    }
    head(database, reconciliation);
    text.append("\nSET lock_timeout = '5s';\nSET check_function_bodies = off;\n");
    Service owner = null;
    var isFirst = true;
    for (var closing : reconciliation.closings()) {
      if (database.ownersAreKnown() && (isFirst || !Objects.equals(owner, closing.owner()))) {
        owner = closing.owner();
        text.append('\n');
        comment("owner: " + owner(owner));
      }
      isFirst = false;
      add(reconciliation, closing);
    }
  }

  private void head(DriftReport database, Reconciliation reconciliation) {
    comment(
        "%s: this SQL runs on %s and makes it equal to %s"
            .formatted(database.database(), reconciliation.changes(), reconciliation.equalTo()));
    comment(
        reconciliation.proved()
            ? "proved: a server ran all of it, and no other difference was left"
            : "not proved: deed drift --prove runs it on a scratch server and compares");
    var held = reconciliation.closings().stream().filter(c -> !reconciliation.runs(c)).count();
    if (held > 0) {
      comment(
          "%d of %d statements are commented out, see there; --allow-destructive writes them as SQL"
              .formatted(held, reconciliation.closings().size()));
    }
    for (var object : reconciliation.left()) {
      comment("not closed: %s %s".formatted(object.kind().words(), object.text()));
    }
  }

  private static String owner(@Nullable Service owner) {
    if (owner == null) {
      return "no service";
    }
    var text = new StringBuilder(owner.name().text());
    if (owner.team() != null) {
      text.append(", ").append(owner.team());
    }
    if (owner.contact() != null) {
      text.append(", ").append(owner.contact());
    }
    return text.toString();
  }

  private void add(Reconciliation reconciliation, Closing closing) {
    text.append('\n');
    if (closing.note() != null) {
      comment(closing.note());
    }
    var sql = Secrets.masked(closing.sql()) + ";";
    if (!PrintableText.of(sql).equals(sql)) {
      comment("commented out: it has characters that are not printed, see --format json");
      comment(sql);
    } else if (reconciliation.runs(closing)) {
      text.append(sql).append('\n');
    } else {
      comment("commented out: " + closing.held().words());
      comment(sql);
    }
  }

  private void comment(String lines) {
    PrintableText.of(lines).lines().forEach(line -> text.append("-- ").append(line).append('\n'));
  }
}
