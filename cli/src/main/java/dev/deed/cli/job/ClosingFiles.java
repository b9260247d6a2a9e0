package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report;
import dev.deed.drift.AcceptedDrift;
import dev.deed.drift.Closing;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.DriftReport;
import dev.deed.drift.IgnoredDrift;
import dev.deed.drift.Side;
import dev.deed.drift.close.Reconciler;
import dev.deed.engine.file.MigrationSeries;
import dev.deed.ownership.Service;
import dev.deed.project.server.Scratch;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the SQL that closes drift as migrations into the folders of the owners, one an owner
/// where the order lets them, each with the way back.
///
/// @param allowed whether what loses rows is written
/// @param scratch a database on the server for the proof; null for deed's own
/// @param accepted what may stay different
/// @param recording where the other side's history learns of them; null where it does not
record ClosingFiles(
    Project project,
    Surroundings surroundings,
    ClosingWish wish,
    boolean allowed,
    @Nullable String scratch,
    AcceptedDrift accepted,
    @Nullable DriftRecording recording) {

  private static final String WANTED = "generated: as in the wanted schema";

  /// @param unwritten the files of a dry run
  /// @param remarks what was done, in sentences
  /// @param left the drift that is left where what is recorded counts; null where all is as it was
  record Written(
      List<Report.StoryText> unwritten, List<String> remarks, @Nullable DriftReport left) {}

  /// Statements that are written, and those that are not.
  ///
  /// @param unowned objects that no service claims
  private record Choice(List<Closing> chosen, List<Closing> others, Set<String> unowned) {}

  Written write(
      DriftReport report, Side from, Side to, Function<ObjectName, Optional<Service>> ownerOf) {
    try (var server = Scratch.open(scratch, surroundings.environment());
        var database = server.server().create(report.database())) {
      if (server.isOwn()) {
        ClosingProof.createRoles(server, from, to);
      }
      database.execute(from.statements());
      var wanted = asInFiles(report, to.withoutOwners());
      var begin = asInFiles(report, BuiltSide.of(database, from.name()).withoutOwners());
      var whose = new ClosingOwners(report, ownerOf, onlyService());
      var closings =
          Reconciler.between(begin, wanted, allowed, accepted).closings().stream()
              .map(this::weighed)
              .toList();
      var choice = choice(report, closings, whose);
      var parts =
          ClosingParts.of(choice.chosen(), closing -> whose.of(closing).orElseThrow()).stream()
              .filter(part -> !part.closings().stream().allMatch(Closing::destructive))
              .toList();
      refuseUnfinished(parts);
      var drafts =
          new MigrationDrafts(
              project,
              surroundings,
              report.database(),
              database,
              allowed || recording != null,
              recording == null
                  ? WANTED
                  : "recorded: as %s is already".formatted(recording.environment()),
              (one, other) -> Reconciler.between(one, other, true));
      var proof = drafts.prove(parts, wanted);
      return written(report, choice, drafts, proof, to, ownerOf);
    }
  }

  private Side asInFiles(DriftReport report, Side side) {
    return MigrationDrafts.asInFiles(side, project, report.database());
  }

  /// The environment has the change already, so that it hurts no running code there: only the loss
  /// of rows or values has to be allowed.
  private Closing weighed(Closing closing) {
    var isTrue = recording != null && closing.held() == Closing.Held.HURTS_RUNNING_CODE;
    return allowed || isTrue ? closing.allowed() : closing;
  }

  private Choice choice(DriftReport report, List<Closing> closings, ClosingOwners whose) {
    var ignored = new HashSet<ObjectName>();
    IgnoredDrift.of(report, project.ownership().driftIgnores(), searchPath(report))
        .ignored()
        .forEach(drift -> ignored.add(drift.difference().object()));
    var unowned = new TreeSet<String>();
    var others =
        ClosingParts.withDependants(
            closings,
            closing -> {
              if (ignored.containsAll(closing.closes())) {
                return true;
              }
              var owner = whose.of(closing);
              if (owner.isEmpty()) {
                closing.closes().forEach(object -> unowned.add(object.words()));
              }
              return owner.isEmpty() || isOther(owner.get());
            });
    var chosen = closings.stream().filter(closing -> !others.contains(closing)).toList();
    return new Choice(chosen, others, unowned);
  }

  private boolean isOther(ServiceName owner) {
    return wish.only() != null && !owner.text().equals(wish.only());
  }

  private List<String> searchPath(DriftReport report) {
    return project.ownership().map().searchPath(report.database());
  }

  private void refuseUnfinished(List<ClosingParts.Part> parts) {
    if (recording != null && !parts.isEmpty()) {
      recording.refuseUnfinished(
          parts.stream().map(ClosingParts.Part::owner).collect(Collectors.toSet()));
    }
  }

  private Written written(
      DriftReport report,
      Choice choice,
      MigrationDrafts drafts,
      MigrationDrafts.Proof proof,
      Side to,
      Function<ObjectName, Optional<Service>> ownerOf) {
    var now = surroundings.clock().instant();
    var planned = drafts.files(proof.drafts(), wish.description(), now, true);
    if (wish.dryRun() || planned.isEmpty()) {
      var texts = planned.stream().map(f -> new Report.StoryText(f.file(), f.text())).toList();
      return new Written(texts, remarks(planned, choice, proof), null);
    }
    if (recording != null) {
      recording.confirm(wish, notices(choice));
    }
    var files = drafts.files(proof.drafts(), wish.description(), now, false);
    var remarks = new ArrayList<>(remarks(files, choice, proof));
    if (recording == null) {
      return new Written(List.of(), remarks, null);
    }
    recording.record(files.stream().map(MigrationSeries.File::version).distinct().toList());
    remarks.add(
        "recorded as applied in %s: read the files, remove the lines -- deed: generated and commit them; other environments get them by deed apply"
            .formatted(recording.environment()));
    var left =
        DriftCheck.between(report.database(), proof.end(), to.withoutOwners(), ownerOf).drifts();
    return new Written(List.of(), remarks, report.withDrifts(left));
  }

  private static List<String> notices(Choice choice) {
    return List.of(
        "these differences become migrations, recorded as applied: "
            + choice.chosen().stream()
                .filter(closing -> !closing.destructive())
                .flatMap(closing -> closing.closes().stream())
                .map(ObjectName::words)
                .distinct()
                .collect(Collectors.joining(", ")));
  }

  private @Nullable ServiceName onlyService() {
    var services = project.ownership().map().services();
    return services.size() == 1 ? services.iterator().next().name() : null;
  }

  private List<String> remarks(
      List<MigrationSeries.File> files, Choice choice, MigrationDrafts.Proof proof) {
    var remarks = new ArrayList<String>();
    files.forEach(
        file -> remarks.add((wish.dryRun() ? "would write " : "wrote ") + file.file().path()));
    if (choice.chosen().stream().anyMatch(Closing::destructive)) {
      remarks.add("what loses rows or values is not written as SQL: --allow-destructive does that");
    }
    if (!choice.unowned().isEmpty()) {
      remarks.add(
          "left out, because no service claims them (owns: in the ownership file): "
              + String.join(", ", choice.unowned()));
    }
    if (files.isEmpty()) {
      remarks.add("there is nothing to write");
      return remarks;
    }
    var left = left(choice, proof);
    if (!left.isEmpty()) {
      remarks.add("what they leave different: " + String.join(", ", left));
    }
    remarks.add(
        proof.isWayBack()
            ? "proved on a scratch server: their downs lead back"
            : "their downs do not lead back to where they began: read them with care");
    return remarks;
  }

  /// Without what another sentence names, and what the ownership file accepts.
  private static Set<String> left(Choice choice, MigrationDrafts.Proof proof) {
    var left = new TreeSet<String>();
    proof.left().forEach(object -> left.add(object.words()));
    choice.others().stream()
        .flatMap(closing -> closing.closes().stream())
        .forEach(object -> left.remove(object.words()));
    return left;
  }
}
