package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.drift.AcceptedDrift;
import dev.deed.drift.Closing;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.Reconciliation;
import dev.deed.drift.Side;
import dev.deed.engine.scratch.ScratchDatabase;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Identifier;
import dev.deed.sql.UserException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs the SQL that closes drift on a scratch server, and compares what it leaves.
///
/// @param scratch a database on that server; null for deed's own
/// @param accepted what may stay different
record ClosingProof(Surroundings surroundings, @Nullable String scratch, AcceptedDrift accepted) {

  private static final int NAMED = 3;

  /// What is commented out is run, too.
  ///
  /// @param from the side that is changed
  /// @throws NotProved if PostgreSQL refuses a statement, or a difference is left that was not
  ///   announced
  Reconciliation prove(DatabaseName name, Side from, Side to, Reconciliation reconciliation) {
    try (var server = Scratch.open(scratch, surroundings.environment());
        var database = server.server().create(name)) {
      if (server.isOwn()) {
        createRoles(server, from, to);
      }
      database.execute(from.statements());
      var statements = new ArrayList<String>();
      statements.add("SET check_function_bodies = off");
      reconciliation.closings().stream().map(Closing::sql).forEach(statements::add);
      database.execute(statements);
      var left = left(name, database, to, reconciliation);
      if (!left.isEmpty()) {
        throw new NotProved(from.name(), to.name(), left);
      }
      return reconciliation.withProof();
    }
  }

  /// Those that either side names, where the server is deed's own.
  static void createRoles(Scratch server, Side from, Side to) {
    var roles = new HashSet<>(from.roles());
    roles.addAll(to.roles());
    for (var role : roles) {
      var name = Identifier.quoted(role);
      server
          .server()
          .execute(
              "DO $do$ BEGIN CREATE ROLE %s; EXCEPTION WHEN duplicate_object THEN NULL; END $do$"
                  .formatted(name));
    }
  }

  private List<Drift> left(
      DatabaseName name, ScratchDatabase database, Side to, Reconciliation reconciliation) {
    var built = BuiltSide.of(database, "scratch");
    var report = DriftCheck.between(name, built, to, _ -> Optional.empty());
    return report.drifts().stream()
        .filter(d -> !reconciliation.left().contains(d.difference().object()))
        .filter(d -> !accepted.without(List.of(d.difference())).isEmpty())
        .toList();
  }

  /// The SQL does not close the gap: a person has to look at it.
  static final class NotProved extends UserException {

    private static final long serialVersionUID = 1L;

    NotProved(String from, String to, List<Drift> left) {
      super(
          "the SQL does not make %s equal to %s: it leaves %d %s, of %s"
              .formatted(
                  from,
                  to,
                  left.size(),
                  left.size() == 1 ? "difference" : "differences",
                  left.stream()
                      .limit(NAMED)
                      .map(d -> d.difference().object())
                      .map(o -> o.kind().words() + " " + o.text())
                      .collect(Collectors.joining(", "))),
          "see the SQL without --prove, and correct it by hand: --format sql");
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
