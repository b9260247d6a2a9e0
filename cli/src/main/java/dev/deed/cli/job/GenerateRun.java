package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.DriftTerms;
import dev.deed.cli.report.Report;
import dev.deed.drift.Closing;
import dev.deed.drift.Difference;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.DriftReport;
import dev.deed.drift.DriftSeverity;
import dev.deed.drift.close.Reconciler;
import dev.deed.project.ScratchBuild;
import dev.deed.project.server.Scratch;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Facet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the migrations that lead from the schema of all migrations to a wanted one.
public record GenerateRun(Project project, Surroundings surroundings, Wish wish) {

  /// What the command line says.
  ///
  /// @param wanted a `.sql` file or folder, a dump, an environment, or a URL
  /// @param service the only one whose differences count, and the owner of what no service claims;
  ///   null for all
  /// @param check writes nothing, and says no where there would be something to write
  public record Wish(
      String description,
      String wanted,
      @Nullable String database,
      @Nullable String service,
      @Nullable String scratch,
      boolean check,
      boolean allowDestructive,
      boolean dryRun) {}

  public Report report() {
    var database = project.database(wish.database());
    var service = service();
    try (var scratch = Scratch.open(wish.scratch(), surroundings.environment());
        var head = ScratchBuild.of(scratch, project.ownership(), project.migrations())) {
      var wanted =
          new WantedSchema(project, surroundings, database.name())
              .read(wish.wanted(), scratch)
              .withoutOwners();
      var from = BuiltSide.of(head, "migrations", database.name()).withoutOwners();
      var owners =
          MigrationReplay.of(project.migrations(), project.ownership().map(), database).owners();
      var drift = DriftCheck.between(database.name(), from, wanted, owners::ownerOf);
      var whose = new ClosingOwners(drift, owners::ownerOf, service);
      var reconciliation = Reconciler.between(from, wanted, wish.allowDestructive());
      var others = others(reconciliation.closings(), whose, service);
      var closings =
          reconciliation.closings().stream()
              .filter(closing -> !others.contains(closing))
              .map(closing -> wish.allowDestructive() ? closing.allowed() : closing)
              .toList();
      if (wish.check()) {
        return checked(drift, closings, others);
      }
      whose.refuseUnowned(closings);
      var parts = ClosingParts.of(closings, closing -> whose.of(closing).orElseThrow());
      var drafts =
          new MigrationDrafts(
              project,
              surroundings,
              database.name(),
              Objects.requireNonNull(head.databases().get(database.name())),
              wish.allowDestructive(),
              "generated: as in the wanted schema",
              (begin, end) -> Reconciler.between(begin, end, true));
      var proof = drafts.prove(parts, wanted);
      return written(drafts, proof, new Omitted(words(others), reconciliation.left()));
    }
  }

  /// No where there is a statement to write, however little it matters.
  private Report checked(DriftReport drift, List<Closing> closings, List<Closing> others) {
    var open =
        closings.stream().flatMap(closing -> closing.closes().stream()).collect(Collectors.toSet());
    var left =
        others.stream().flatMap(closing -> closing.closes().stream()).collect(Collectors.toSet());
    var drifts =
        drift.drifts().stream()
            .filter(d -> !left.contains(d.difference().object()))
            .filter(d -> !closings.isEmpty() && isOpen(d, open))
            .toList();
    var report = closings.isEmpty() || !drifts.isEmpty() ? drift.withDrifts(drifts) : drift;
    return new Report.Drifted(List.of(report))
        .with(
            new DriftTerms(
                DriftSeverity.COSMETIC,
                surroundings.clock().instant(),
                "deed generate DESCRIPTION --to " + wish.wanted(),
                null,
                null,
                DriftTerms.LeftOut.NOTHING,
                DriftTerms.COLUMNS));
  }

  /// The order of columns is a difference that no statement closes.
  private static boolean isOpen(Drift drift, Set<ObjectName> open) {
    return !(drift.difference() instanceof Difference.Changed changed)
        || !changed.changes().stream().allMatch(c -> c.facet().facet() == Facet.COLUMNS)
        || open.contains(drift.difference().object());
  }

  /// Where only one service is asked for: what the others own, and what cannot be without it.
  private List<Closing> others(
      List<Closing> all, ClosingOwners whose, @Nullable ServiceName service) {
    if (wish.service() == null) {
      return List.of();
    }
    return ClosingParts.withDependants(
        all, closing -> whose.of(closing).filter(o -> !o.equals(service)).isPresent());
  }

  /// @param others what other services own
  /// @param order tables whose columns are in another order, which no statement can change
  private record Omitted(Set<String> others, List<ObjectName> order) {}

  private Report written(MigrationDrafts drafts, MigrationDrafts.Proof proof, Omitted omitted) {
    var now = surroundings.clock().instant();
    var files = drafts.files(proof.drafts(), wish.description(), now, wish.dryRun());
    return new Report.Generated(
        files.stream().map(f -> new Report.StoryText(f.file(), f.text())).toList(),
        remarks(proof, omitted),
        wish.dryRun());
  }

  private static List<String> remarks(MigrationDrafts.Proof proof, Omitted omitted) {
    var remarks = new ArrayList<String>();
    if (!omitted.others().isEmpty()) {
      remarks.add(
          "left out, because other services own them or what they need: %s"
              .formatted(String.join(", ", omitted.others())));
    }
    if (!omitted.order().isEmpty()) {
      remarks.add(
          "no statement can close this; where only the order of columns differs, it does no harm: %s"
              .formatted(inWords(omitted.order())));
    }
    if (proof.drafts().isEmpty()) {
      remarks.add("there is nothing to write: the migrations lead to the wanted schema already");
      return remarks;
    }
    var left = new ArrayList<>(proof.left());
    left.removeAll(omitted.order());
    left.removeIf(object -> omitted.others().contains(object.words()));
    remarks.add(
        left.isEmpty()
            ? "proved on a scratch server: the migrations lead to the wanted schema"
            : "without the statements that are left out, this still differs: %s"
                .formatted(inWords(left)));
    remarks.add(
        proof.isWayBack()
            ? "proved on a scratch server: the downs lead back"
            : "the downs do not lead back to where the migrations began: read them with care");
    return remarks;
  }

  private static Set<String> words(List<Closing> others) {
    return others.stream()
        .flatMap(closing -> closing.closes().stream())
        .map(ObjectName::words)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String inWords(List<ObjectName> objects) {
    return objects.stream().map(ObjectName::words).distinct().collect(Collectors.joining(", "));
  }

  private @Nullable ServiceName service() {
    var known = project.ownership().map().services().stream().map(s -> s.name().text()).toList();
    if (wish.service() == null) {
      return known.size() == 1 ? new ServiceName(known.getFirst()) : null;
    }
    if (!known.contains(wish.service())) {
      throw new Targets.NoSuch("service", wish.service(), known);
    }
    return new ServiceName(wish.service());
  }
}
