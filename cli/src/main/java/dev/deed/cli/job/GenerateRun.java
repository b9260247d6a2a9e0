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
import dev.deed.engine.file.MigrationSeries;
import dev.deed.expand.Request;
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

  /// A story that does not close its difference is left out, and the rest is begun again.
  public Report report() {
    var refused = new ArrayList<Request>();
    try (var scratch = Scratch.open(wish.scratch(), surroundings.environment())) {
      while (true) {
        try (var head = ScratchBuild.of(scratch, project.ownership(), project.migrations())) {
          return report(scratch, head, refused);
        } catch (StoryStage.NotTold e) {
          refused.add(e.wish().request());
        }
      }
    }
  }

  private Report report(Scratch scratch, ScratchBuild head, List<Request> refused) {
    var database = project.database(wish.database());
    var service = service();
    var wanted =
        new WantedSchema(project, surroundings, database.name())
            .read(wish.wanted(), scratch)
            .withoutOwners()
            .asOn(database.postgres());
    var from =
        BuiltSide.of(head, "migrations", database.name()).withoutOwners().asOn(database.postgres());
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
    var built = Objects.requireNonNull(head.databases().get(database.name()));
    var drafts =
        new MigrationDrafts(
            project,
            surroundings,
            database.name(),
            built,
            wish.allowDestructive(),
            "generated: as in the wanted schema",
            (begin, end) -> Reconciler.between(begin, end, true));
    var omitted = new Omitted(words(others), reconciliation.left());
    var wishes = wishes(drift, closings, others, refused);
    if (wishes.isEmpty()) {
      var parts = ClosingParts.of(closings, closing -> whose.of(closing).orElseThrow());
      return written(drafts, drafts.prove(parts, wanted), omitted);
    }
    var stories =
        new GeneratedStories(
            database.name(),
            drafts,
            new StoryStage(database, built, owners, project.migrations().of(database.name())),
            new StoryFiles(project, surroundings, database.name()),
            wanted,
            all -> others(all, whose, service),
            whose::of);
    return written(
        stories.write(
            wishes, closings, wish.description(), surroundings.clock().instant(), wish.dryRun()),
        omitted);
  }

  /// A person who allows what is destructive wants it at once.
  private List<StoryWish> wishes(
      DriftReport drift, List<Closing> closings, List<Closing> others, List<Request> refused) {
    if (wish.allowDestructive()) {
      return List.of();
    }
    var left =
        others.stream().flatMap(closing -> closing.closes().stream()).collect(Collectors.toSet());
    return StoryWish.of(drift, closings).stream()
        .filter(story -> !refused.contains(story.request()))
        .filter(story -> story.objects().stream().noneMatch(left::contains))
        .toList();
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
                toType(),
                toType(),
                null,
                null,
                DriftTerms.LeftOut.NOTHING,
                DriftTerms.COLUMNS));
  }

  private String toType() {
    return "deed generate DESCRIPTION --to " + wish.wanted();
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

  private Report written(GeneratedStories.Written stories, Omitted omitted) {
    var remarks = remarks(omitted);
    remarks.addAll(stories.remarks());
    remarks.addAll(decisions(stories.leftOut()));
    remarks.addAll(proved(stories.left(), stories.isWayBack(), omitted));
    return generated(stories.files().files(), remarks, stories.leftOut());
  }

  private Report written(MigrationDrafts drafts, MigrationDrafts.Proof proof, Omitted omitted) {
    var now = surroundings.clock().instant();
    var files = drafts.files(proof.drafts(), wish.description(), now, wish.dryRun());
    var remarks = remarks(omitted);
    var leftOut = MigrationDrafts.leftOut(proof.drafts());
    remarks.addAll(decisions(leftOut));
    if (proof.drafts().isEmpty()) {
      remarks.add("there is nothing to write: the migrations lead to the wanted schema already");
    } else {
      remarks.addAll(proved(proof.left(), proof.isWayBack(), omitted));
    }
    return generated(files, remarks, leftOut);
  }

  /// Where what is left out can be allowed, that is the way on.
  private List<String> decisions(List<String> leftOut) {
    if (leftOut.isEmpty() || wish.allowDestructive()) {
      return leftOut;
    }
    var all = new ArrayList<>(leftOut);
    all.add("to write these statements as they are: run this again with --allow-destructive");
    return all;
  }

  private Report generated(
      List<MigrationSeries.File> files, List<String> remarks, List<String> leftOut) {
    return new Report.Generated(
        files.stream().map(f -> new Report.StoryText(f.file(), f.text())).toList(),
        remarks,
        wish.dryRun(),
        files.isEmpty() && !leftOut.isEmpty());
  }

  private static List<String> remarks(Omitted omitted) {
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
    return remarks;
  }

  private static List<String> proved(
      List<ObjectName> different, boolean isWayBack, Omitted omitted) {
    var left = new ArrayList<>(different);
    left.removeAll(omitted.order());
    left.removeIf(object -> omitted.others().contains(object.words()));
    return List.of(
        left.isEmpty()
            ? "proved on a scratch server: the migrations lead to the wanted schema"
            : "without the statements that are left out, this still differs: %s"
                .formatted(inWords(left)),
        isWayBack
            ? "proved on a scratch server: the downs lead back"
            : "the downs do not lead back to where the migrations began: read them with care");
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
