package dev.deed.cli.job;

import dev.deed.drift.Cause;
import dev.deed.drift.Difference;
import dev.deed.drift.Drift;
import dev.deed.engine.AppliedScript;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.JournalEntry;
import dev.deed.engine.Migration;
import dev.deed.engine.Version;
import dev.deed.ownership.Database;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.script.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks for the cause of differences: a migration of the object that one side lacks, one that did
/// not come to its end, a change by hand that was recorded, or an entry of a journal.
final class DriftCauses {

  /// What is known of one side.
  ///
  /// @param name of the environment, or the word for the side
  /// @param history null for a dump, which has no record of what was applied
  /// @param journal returns the entries about objects by their identities, newest first
  record Known(
      String name, @Nullable History history, Function<Set<String>, List<JournalEntry>> journal) {}

  /// One version as it was applied, or as its file has it.
  private record Text(SourceFile file, Script script, Set<ObjectName> touched) {

    /// By its name, or as a part of its table that the text names.
    boolean isAbout(Set<ObjectName> names, @Nullable ObjectName table, Set<String> words) {
      return names.stream().anyMatch(touched::contains)
          || (table != null
              && touched.contains(table)
              && words.stream().anyMatch(word -> names(script.text(), word)));
    }
  }

  private final Known from;
  private final Known to;
  private final List<Drift> drifts;
  private final Map<Version, Text> texts = new TreeMap<>();
  private final Map<Known, List<JournalEntry>> journals = new HashMap<>();

  /// @param drifts all that are asked for: their entries are read at once
  /// @param migrations the files of the database
  DriftCauses(
      Known from, Known to, List<Drift> drifts, List<Migration> migrations, Database database) {
    this.from = from;
    this.to = to;
    this.drifts = List.copyOf(drifts);
    var scripts = new TreeMap<Version, Script>();
    migrations.forEach(m -> scripts.put(m.version(), m.up().script()));
    for (var history : Stream.of(from.history(), to.history()).filter(Objects::nonNull).toList()) {
      AppliedScript.wholeOf(history).forEach(a -> scripts.put(a.row().version(), a.script()));
    }
    var reader = new SchemaReader(database.searchPath(), database.postgres());
    scripts.forEach((version, script) -> texts.put(version, text(reader, script)));
  }

  private static Text text(SchemaReader reader, Script script) {
    var touched = new HashSet<ObjectName>();
    for (var statement : reader.read(script)) {
      for (var touch : statement.touches()) {
        if (touch.access() == Access.DEFINES) {
          touched.add(plain(touch.object()));
        }
      }
    }
    return new Text(script.file(), script, touched);
  }

  /// Views, sequences and indexes have one name space with tables.
  private static ObjectName plain(ObjectName object) {
    return object.kind().isRelation() ? ObjectName.table(object.name()) : object;
  }

  private static boolean names(String text, String word) {
    return Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])").matcher(text).find();
  }

  Cause of(Drift drift) {
    var objects = objects(drift.difference());
    var names = new HashSet<ObjectName>();
    var words = new HashSet<String>();
    objects.forEach(object -> {
      names.add(plain(object.name()));
      words.add(object.name().simpleName());
    });
    var table = table(objects.getFirst());
    var about = new ArrayList<Version>();
    texts.forEach((version, text) -> {
      if (text.isAbout(names, table, words)) {
        about.add(version);
      }
    });
    return Stream.<Function<List<Version>, @Nullable Cause>>of(
            this::pending,
            this::failed,
            versions -> journalled(objects, table, words),
            this::recorded)
        .map(search -> search.apply(about.reversed()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Cause.NOT_KNOWN);
  }

  /// @param about newest first
  private @Nullable Cause pending(List<Version> about) {
    var first = from.history();
    var second = to.history();
    if (first == null || second == null) {
      return null;
    }
    for (var version : about) {
      if (first.isDone(version) != second.isDone(version)) {
        var lacking = first.isDone(version) ? to : from;
        var failed = failed(List.of(version), lacking);
        return failed != null ? failed : new Cause.Pending(file(version), lacking.name());
      }
    }
    return null;
  }

  private @Nullable Cause failed(List<Version> about) {
    var inFirst = failed(about, from);
    return inFirst != null ? inFirst : failed(about, to);
  }

  private @Nullable Cause failed(List<Version> about, Known side) {
    for (var version : about) {
      var row = row(side, version);
      if (row != null && isUnfinished(row)) {
        return new Cause.Failed(file(version), side.name(), row.attempt().error());
      }
    }
    return null;
  }

  private static boolean isUnfinished(HistoryRow row) {
    return switch (row.state()) {
      case STARTED, FAILED, REVERTING, ABANDONED, ABANDONED_ROLLBACK -> true;
      case APPLIED, REVERTED, MANUAL, STAMPED -> false;
    };
  }

  private @Nullable Cause recorded(List<Version> about) {
    for (var version : about) {
      for (var side : List.of(to, from)) {
        var row = row(side, version);
        if (row != null && row.state() == HistoryRow.State.MANUAL) {
          return new Cause.Recorded(
              version.text(), side.name(), row.attempt().who(), row.attempt().at());
        }
      }
    }
    return null;
  }

  private static @Nullable HistoryRow row(Known side, Version version) {
    var history = side.history();
    return history == null ? null : history.find(version).orElse(null);
  }

  private String file(Version version) {
    return Objects.requireNonNull(texts.get(version)).file().path();
  }

  private @Nullable Cause journalled(
      List<SchemaObject> objects, @Nullable ObjectName table, Set<String> words) {
    var own = new HashSet<String>();
    objects.forEach(object -> own.addAll(identities(object, table)));
    for (var side : List.of(to, from)) {
      for (var entry : journal(side)) {
        var isAbout =
            own.contains(entry.identity())
                || (table != null
                    && table.name().quoted().equals(entry.identity())
                    && words.stream().anyMatch(word -> names(entry.statement(), word)));
        if (isAbout && !entry.isOfDeed()) {
          return new Cause.Journalled(
              side.name(),
              entry.at(),
              entry.role(),
              entry.application(),
              entry.address(),
              entry.statement());
        }
      }
    }
    return null;
  }

  /// The entries about all objects that differ, newest first.
  private List<JournalEntry> journal(Known side) {
    return journals.computeIfAbsent(
        side,
        known -> {
          var all = new HashSet<String>();
          for (var drift : drifts) {
            for (var object : objects(drift.difference())) {
              var table = table(object);
              all.addAll(identities(object, table));
              if (table != null) {
                all.add(table.name().quoted());
              }
            }
          }
          return known.journal().apply(all);
        });
  }

  /// As PostgreSQL prints them: `public.users.name`, `touch on public.users`.
  private static List<String> identities(SchemaObject object, @Nullable ObjectName table) {
    var name = object.name();
    if (table != null && object instanceof RelationPart part) {
      var relation = table.name().quoted();
      var simple = QualifiedName.of(part.part()).quoted();
      return name.kind() == ObjectKind.COLUMN
          ? List.of(relation + "." + simple)
          : List.of(simple + " on " + relation);
    }
    return name.kind().isRoutine() || name.name().schema() == null
        ? List.of(name.text(), name.name().quoted())
        : List.of(name.name().quoted());
  }

  private static List<SchemaObject> objects(Difference difference) {
    return switch (difference) {
      case Difference.Added added -> List.of(added.added());
      case Difference.Missing missing -> List.of(missing.missing());
      case Difference.Changed changed -> List.of(changed.to());
      case Difference.Renamed renamed -> List.of(renamed.to(), renamed.from());
    };
  }

  private static @Nullable ObjectName table(SchemaObject object) {
    return object instanceof RelationPart part ? ObjectName.table(part.relation()) : null;
  }
}
