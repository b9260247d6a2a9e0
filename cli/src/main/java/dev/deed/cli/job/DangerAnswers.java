package dev.deed.cli.job;

import dev.deed.cli.report.Box;
import dev.deed.cli.report.EvidenceReport.Answer;
import dev.deed.cli.report.EvidenceReport.State;
import dev.deed.engine.Migration;
import dev.deed.engine.evidence.Evidence;
import dev.deed.engine.evidence.EvidenceBook.Standing;
import dev.deed.lint.rule.LintFinding;
import dev.deed.ownership.Demand.Danger;
import dev.deed.ownership.Owner;
import dev.deed.ownership.Service;
import dev.deed.sql.Hazard;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers the boxes about what a migration does to running systems and to other teams.
///
/// @param rehearsal the evidence of its last one
record DangerAnswers(Project project, ChecklistCase facts, Standing rehearsal) {

  private static final Set<Hazard> BLOCKING =
      EnumSet.of(Hazard.BLOCKS_READS, Hazard.BLOCKS_WRITES, Hazard.REWRITES_TABLE);
  private static final Set<Hazard> BREAKING =
      EnumSet.of(Hazard.BREAKS_RUNNING_CODE, Hazard.LOSES_DATA);
  private static final Set<String> NOT_CONCURRENT =
      Set.of("index-not-concurrent", "reindex-not-concurrent", "drop-index-not-concurrent");

  /// Longer locks are noticed.
  private static final long LONG_LOCK = 2_000;

  /// Smaller tables are scanned and rewritten within such a time.
  private static final long LARGE = 100L * 1024 * 1024;

  List<Answer> all() {
    var danger = facts.danger();
    if (danger == null) {
      return List.of(
          facts.unknown(Box.LOCKS),
          facts.unknown(Box.COMPATIBLE),
          facts.unknown(Box.INDEXES),
          facts.unknown(Box.REPEATABLE),
          facts.unknown(Box.TOLD));
    }
    var all = new ArrayList<Answer>();
    all.add(locks(remarks(danger, BLOCKING)));
    all.add(compatible(remarks(danger, EnumSet.of(Hazard.BREAKS_RUNNING_CODE))));
    all.add(indexes(danger));
    all.add(repeatable(danger));
    all.add(volume(danger));
    var others = others(remarks(danger, BREAKING));
    all.add(told(others));
    all.add(code(others));
    all.add(
        new Answer(
            Box.DOCUMENTED,
            State.OPEN,
            false,
            "a person is to say whether documents have to change",
            ""));
    all.add(
        danger.level() == Danger.ANY
            ? notNeeded(Box.MONITORED, "no session waits for it, no code breaks")
            : new Answer(
                Box.MONITORED,
                State.OPEN,
                false,
                "a person is to say which alerts would show a problem",
                ""));
    return all;
  }

  private static Answer notNeeded(Box box, String why) {
    return new Answer(box, State.NOT_NEEDED, false, why, "");
  }

  private static List<LintFinding> remarks(MigrationDanger danger, Set<Hazard> hazards) {
    return danger.remarks().stream()
        .filter(remark -> remark.finding().hazards().stream().anyMatch(hazards::contains))
        .toList();
  }

  /// By a rehearsal with rows, else by the sizes of the tables, else by the rules alone.
  private Answer locks(List<LintFinding> blocking) {
    var seen = withRows();
    if (seen != null) {
      var longest = longest(seen);
      return answer(
          Box.LOCKS,
          longest <= LONG_LOCK,
          "a rehearsal with rows held locks that block writes for %d ms at most (%s)"
              .formatted(longest, DemandAdvice.of(seen)));
    }
    if (blocking.isEmpty()) {
      return answer(Box.LOCKS, true, "no rule finds a statement that others wait for");
    }
    var tables = tables(blocking);
    var sizes = facts.live().sizes();
    if (!tables.isEmpty() && sizes.keySet().containsAll(tables)) {
      var large =
          tables.stream().filter(t -> Objects.requireNonNull(sizes.get(t)) > LARGE).toList();
      return large.isEmpty()
          ? answer(Box.LOCKS, true, words(blocking) + "; its tables are small: " + sizes(tables))
          : answer(Box.LOCKS, false, words(blocking) + ", of " + sizes(large));
    }
    return new Answer(
        Box.LOCKS,
        State.OPEN,
        false,
        words(blocking)
            + "; how long depends on the tables' sizes, which are not known"
            + (facts.live().trouble().isEmpty() ? "" : ": " + facts.live().trouble()),
        "");
  }

  private String sizes(Iterable<QualifiedName> tables) {
    var words = new ArrayList<String>();
    tables.forEach(table ->
        words.add(
            "%s (%d MB)"
                .formatted(
                    table.dotted(),
                    Objects.requireNonNull(facts.live().sizes().get(table)) / (1024 * 1024))));
    return String.join(", ", words);
  }

  /// @return null where there was no good one with rows of an environment
  private @Nullable Evidence withRows() {
    return rehearsal instanceof Standing.Good(var evidence)
            && evidence.detail("rows").equals("copied")
        ? evidence
        : null;
  }

  private static long longest(Evidence evidence) {
    var text = evidence.detail("longest_lock_milliseconds");
    return text.matches("\\d{1,12}") ? Long.parseLong(text) : 0;
  }

  private Answer compatible(List<LintFinding> breaking) {
    if (breaking.isEmpty()) {
      return answer(Box.COMPATIBLE, true, "no rule finds a statement that breaks running code");
    }
    var part = migration().changeover();
    return part.isPresent()
        ? answer(
            Box.COMPATIBLE,
            true,
            "it is a part of changeover %s, whose gates apply asks: deed changeover %s"
                .formatted(part.get().name(), part.get().name()))
        : answer(Box.COMPATIBLE, false, words(breaking));
  }

  private static Answer indexes(MigrationDanger danger) {
    var found =
        danger.remarks().stream()
            .filter(remark -> NOT_CONCURRENT.contains(remark.finding().rule().text()))
            .toList();
    return answer(
        Box.INDEXES,
        found.isEmpty(),
        found.isEmpty()
            ? "no index of a table in use is built, rebuilt or dropped in another way"
            : words(found));
  }

  private Answer repeatable(MigrationDanger danger) {
    var found =
        danger.remarks().stream()
            .filter(remark -> remark.finding().rule().text().equals("not-repeatable"))
            .toList();
    return answer(
        Box.REPEATABLE,
        found.isEmpty(),
        !found.isEmpty()
            ? words(found)
            : migration().runsAlone()
                ? "its statements run alone, and the history counts those that are done"
                : "what fails in a transaction leaves nothing behind");
  }

  /// Where it changes rows, or how long it takes depends on them.
  private Answer volume(MigrationDanger danger) {
    var seen = withRows();
    if (seen != null) {
      return answer(Box.VOLUME, true, DemandAdvice.of(seen));
    }
    var writes =
        migration().up().script().statements().stream()
            .flatMap(statement -> statement.effects().stream())
            .anyMatch(WritesRows.class::isInstance);
    return writes || !remarks(danger, BLOCKING).isEmpty() || danger.level() == Danger.LOSES
        ? new Answer(
            Box.VOLUME,
            State.OPEN,
            false,
            "no rehearsal on a copy with rows is recorded",
            "deed rehearse --env ENVIRONMENT --on template " + migration().file())
        : notNeeded(Box.VOLUME, "how long it takes does not depend on the number of rows");
  }

  private Answer told(Set<String> others) {
    return others.isEmpty()
        ? notNeeded(Box.TOLD, "nothing that another service owns or uses is dropped or changed")
        : new Answer(Box.TOLD, State.OPEN, false, "to tell: " + String.join("; ", others), "");
  }

  private Answer code(Set<String> others) {
    return others.isEmpty()
        ? notNeeded(Box.CODE, "no other service uses what is dropped or changed")
        : new Answer(
            Box.CODE,
            State.OPEN,
            false,
            "these must be ready for it: " + String.join("; ", others),
            "");
  }

  /// Other services that own or use what the findings are about, with their contacts.
  private Set<String> others(List<LintFinding> findings) {
    var map = project.ownership().map();
    var database = migration().name().database();
    var others = new TreeSet<String>();
    for (var table : tables(findings)) {
      if (map.ownerOf(database, table) instanceof Owner.OwnedBy owned) {
        map.serviceNamed(owned.service()).ifPresent(service -> add(others, service));
      }
      map.consumersOf(database, table)
          .forEach(use -> map.serviceNamed(use.service()).ifPresent(s -> add(others, s)));
    }
    return others;
  }

  private void add(Set<String> others, Service service) {
    if (!service.name().equals(migration().name().service())) {
      var contact = service.contact() == null ? "" : " (" + service.contact() + ")";
      others.add(service.name() + contact);
    }
  }

  /// An index that is built has no size yet; its table is among the objects, too.
  static Set<QualifiedName> tables(List<LintFinding> findings) {
    return findings.stream()
        .flatMap(finding -> finding.objects().stream())
        .filter(object -> object.kind().isRelation() || object.kind().isPartOfRelation())
        .filter(object -> object.kind() != ObjectKind.INDEX)
        .map(ObjectName::name)
        .filter(name -> name.schema() != null)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String words(List<LintFinding> findings) {
    return findings.stream()
        .map(finding -> finding.finding().message())
        .distinct()
        .limit(3)
        .collect(Collectors.joining("; "));
  }

  private static Answer answer(Box box, boolean isYes, String words) {
    return new Answer(box, isYes ? State.YES : State.NO, false, words, "");
  }

  private Migration migration() {
    return facts.migration();
  }
}
