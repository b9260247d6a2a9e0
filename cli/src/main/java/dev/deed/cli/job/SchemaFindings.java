package dev.deed.cli.job;

import dev.deed.drift.Difference;
import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.Changed;
import dev.deed.drift.Difference.FacetChange;
import dev.deed.drift.Difference.Missing;
import dev.deed.drift.Difference.Renamed;
import dev.deed.drift.LiveComparison;
import dev.deed.engine.catalog.ExpectedSchema;
import dev.deed.engine.catalog.LiveRelation;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// The differences between what the applied migrations leave and what the database has, as
/// findings; and the objects that are none, because the migrations began on a database that had
/// them.
final class SchemaFindings {

  static final RuleName MISSING = new RuleName("missing-object");
  static final RuleName UNKNOWN = new RuleName("unknown-object");
  static final RuleName CHANGED = new RuleName("changed-object");
  static final RuleName TYPE = new RuleName("changed-type");

  private static final String RECORD =
      "write a migration that makes the same change, or undo it by hand; deed record notes a change"
          + " that was made by hand";

  /// Their definitions and options may have passwords.
  private static final Set<ObjectKind> SECRET =
      Set.of(ObjectKind.SERVER, ObjectKind.FOREIGN_DATA_WRAPPER, ObjectKind.FOREIGN_TABLE);

  private static final int LONGEST = 80;

  private final ExpectedSchema expected;
  private final ReplayDoubts doubts;
  private final Function<ObjectName, Subject> subjects;
  private final SourceFile database;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notMade = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();

  /// @param live the relations of the database
  /// @param subjects returns an object with its owner
  /// @param database named as the place of what no file has
  /// @param isBegun whether any migration is applied
  /// @param isOutside whether something other than the migrations may make an object
  SchemaFindings(
      ExpectedSchema expected,
      List<LiveRelation> live,
      Function<ObjectName, Subject> subjects,
      SourceFile database,
      boolean isBegun,
      Predicate<ObjectName> isOutside) {
    this.expected = expected;
    this.doubts = new ReplayDoubts(expected, live, isBegun, isOutside);
    this.subjects = subjects;
    this.database = database;
  }

  void addAll(LiveComparison comparison) {
    var isComplete = doubts.isComplete(comparison);
    for (var item : comparison.differences()) {
      switch (item.difference()) {
        case Added added when doubts.isCertain(added, item, isComplete) -> added(added, item);
        case Added added -> notMade.add(added.object().words());
        case Missing missing -> missing(missing, item);
        case Renamed renamed -> renamed(renamed, item);
        case Changed changed -> changed(changed, item);
      }
    }
  }

  List<Finding> findings() {
    return findings;
  }

  /// In words: objects that no migration made and that need none.
  List<String> notMade() {
    return notMade;
  }

  /// In words: objects that are not there, and that a block makes under a condition only.
  List<String> passedOver() {
    return passedOver;
  }

  private void added(Added added, LiveComparison.Item item) {
    var object = added.object();
    var suspect = doubts.suspect(object);
    findings.add(
        finding(
            UNKNOWN,
            item,
            suspect == null ? item.severity() : Severity.WARNING,
            object.words()
                + " was not made by any "
                + (suspect == null
                    ? "migration"
                    : "statement that deed can read; the one at " + suspect + " may have made it"),
            "write a migration that makes it, or drop it; deed record notes a change that was made"
                + " by hand"));
  }

  private void missing(Missing missing, LiveComparison.Item item) {
    var object = missing.object();
    if (doubts.isInvalid(object)) {
      return;
    }
    if (expected.mayNotExist(object)) {
      passedOver.add(object.words());
      return;
    }
    var suspect = doubts.suspect(object);
    findings.add(
        finding(
            MISSING,
            item,
            suspect == null ? Severity.ERROR : Severity.WARNING,
            object.words()
                + " is not in the database, but this migration creates it"
                + (suspect == null ? "" : "; the statement at " + suspect + " may have dropped it"),
            "it was dropped or renamed by hand: recreate it with a new migration, or record the"
                + " change with deed record"));
  }

  private void renamed(Renamed renamed, LiveComparison.Item item) {
    findings.add(
        finding(
            CHANGED,
            item,
            item.severity(),
            "%s is named %s in the database"
                .formatted(renamed.from().name().words(), renamed.to().name().text()),
            "rename it back, or write a migration that renames it"));
  }

  private void changed(Changed changed, LiveComparison.Item item) {
    for (var change : changed.changes()) {
      var object = changed.from().name();
      var suspect = doubts.suspect(object);
      var isType = change.facet().facet() == Facet.TYPE && object.kind() == ObjectKind.COLUMN;
      findings.add(
          finding(
              isType ? TYPE : CHANGED,
              item,
              suspect == null ? item.severity() : Severity.WARNING,
              (isType ? typeChanged(object, change) : facetChanged(changed.from(), change))
                  + (suspect == null ? "" : "; the statement at " + suspect + " may have done it"),
              RECORD));
    }
  }

  private static String typeChanged(ObjectName column, FacetChange change) {
    return "%s has type %s in the database, but the migrations gave it type %s"
        .formatted(column.words(), change.to(), change.from());
  }

  private static String facetChanged(SchemaObject object, FacetChange change) {
    var head = object.name().words() + ": " + change.facet().words();
    if (SECRET.contains(object.name().kind())) {
      return head + " is not what the migrations leave";
    }
    var was = change.from();
    var is = change.to();
    if (was == null) {
      return "%s is %s in the database, but the migrations leave none"
          .formatted(head, part(String.valueOf(is), ""));
    }
    return is == null
        ? "%s is not set in the database, but the migrations leave %s"
            .formatted(head, part(was, ""))
        : "%s is %s in the database, but the migrations leave %s"
            .formatted(head, part(is, was), part(was, is));
  }

  /// The part that differs, on one line.
  private static String part(String value, String other) {
    var text = value.replaceAll("\\s+", " ");
    if (text.length() <= LONGEST) {
      return text;
    }
    var plain = other.replaceAll("\\s+", " ");
    var same = 0;
    while (same < Math.min(text.length(), plain.length())
        && text.charAt(same) == plain.charAt(same)) {
      same++;
    }
    var start = Math.clamp(same - LONGEST / 4, 0, text.length() - LONGEST);
    return (start == 0 ? "" : "... ")
        + text.substring(start, start + LONGEST)
        + (start + LONGEST == text.length() ? "" : " ...");
  }

  private Finding finding(
      RuleName rule, LiveComparison.Item item, Severity severity, String message, String advice) {
    var place = place(item.difference());
    return new Finding(
        rule,
        severity,
        place.file(),
        place.span(),
        message,
        advice,
        List.of(subjects.apply(item.anchor())));
  }

  private ExpectedSchema.Place place(Difference difference) {
    return difference instanceof Added
        ? new ExpectedSchema.Place(database, Span.NONE)
        : expected.placeOf(
            difference instanceof Renamed renamed ? renamed.from().name() : difference.object());
  }
}
