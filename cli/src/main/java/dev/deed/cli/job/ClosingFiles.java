package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.drift.AcceptedDrift;
import dev.deed.drift.Closing;
import dev.deed.drift.DriftReport;
import dev.deed.drift.Side;
import dev.deed.drift.close.Reconciler;
import dev.deed.ownership.Service;
import dev.deed.project.server.Scratch;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the SQL that closes drift as migrations into the folders of the owners, one an owner
/// where the order lets them, each with the way back.
///
/// @param allowed whether what loses rows is written
/// @param scratch a database on the server for the proof; null for deed's own
/// @param accepted what may stay different
record ClosingFiles(
    Project project,
    Surroundings surroundings,
    String description,
    boolean allowed,
    @Nullable String scratch,
    AcceptedDrift accepted) {

  /// @return what was done, in sentences
  List<String> write(
      DriftReport report, Side from, Side to, Function<ObjectName, Optional<Service>> ownerOf) {
    try (var server = Scratch.open(scratch, surroundings.environment());
        var database = server.server().create(report.database())) {
      if (server.isOwn()) {
        ClosingProof.createRoles(server, from, to);
      }
      database.execute(from.statements());
      var wanted = to.withoutOwners();
      var begin = BuiltSide.of(database, from.name()).withoutOwners();
      var reconciliation = Reconciler.between(begin, wanted, allowed, accepted);
      var closings =
          reconciliation.closings().stream().map(c -> allowed ? c.allowed() : c).toList();
      var whose = new ClosingOwners(report, ownerOf, onlyService());
      whose.refuseUnowned(closings);
      var parts = ClosingParts.of(closings, closing -> whose.of(closing).orElseThrow());
      var drafts =
          new MigrationDrafts(
              project,
              surroundings,
              report.database(),
              database,
              allowed,
              (one, other) -> Reconciler.between(one, other, true));
      var proof = drafts.prove(parts, wanted);
      var now = surroundings.clock().instant();
      var files =
          drafts.files(proof.drafts(), description, now, false).stream()
              .map(file -> file.file().path())
              .toList();
      return remarks(files, proof, closings);
    }
  }

  private @Nullable ServiceName onlyService() {
    var services = project.ownership().map().services();
    return services.size() == 1 ? services.iterator().next().name() : null;
  }

  private static List<String> remarks(
      List<String> files, MigrationDrafts.Proof proof, List<Closing> closings) {
    var remarks = new ArrayList<String>();
    files.forEach(file -> remarks.add("wrote " + file));
    if (closings.stream().anyMatch(Closing::destructive)) {
      remarks.add("what loses rows is commented out in them: --allow-destructive writes it as SQL");
    }
    if (!proof.left().isEmpty()) {
      remarks.add(
          "what they leave different: "
              + proof.left().stream().map(ObjectName::words).collect(Collectors.joining(", ")));
    }
    remarks.add(
        proof.isWayBack()
            ? "proved on a scratch server: their downs lead back"
            : "their downs do not lead back to where they began: read them with care");
    return remarks;
  }
}
