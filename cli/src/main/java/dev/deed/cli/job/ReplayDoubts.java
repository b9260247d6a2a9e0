package dev.deed.cli.job;

import dev.deed.drift.Difference.Added;
import dev.deed.drift.LiveComparison;
import dev.deed.engine.catalog.ExpectedSchema;
import dev.deed.engine.catalog.LiveRelation;
import dev.deed.engine.catalog.UnreadableStatement;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.Routine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What of the differences between applied migrations and a database is not certain: the database
/// had objects before them, and deed cannot read every statement.
final class ReplayDoubts {

  private final ExpectedSchema expected;
  private final Map<ObjectName, LiveRelation> live = new HashMap<>();
  private final boolean isBegun;
  private final Predicate<ObjectName> isOutside;

  /// @param live the relations of the database, if it is one
  /// @param isBegun whether any migration is applied
  /// @param isOutside whether something other than the migrations may make an object
  ReplayDoubts(
      ExpectedSchema expected,
      List<LiveRelation> live,
      boolean isBegun,
      Predicate<ObjectName> isOutside) {
    this.expected = expected;
    live.forEach(relation -> this.live.put(relation.name(), relation));
    this.isBegun = isBegun;
    this.isOutside = isOutside;
  }

  /// Whether nothing in the database is older than the migrations.
  boolean isComplete(LiveComparison comparison) {
    return isBegun && comparison.differences().stream().noneMatch(this::wasThere);
  }

  /// Whether an object that no migration made is newer than they are. A part of a relation that the
  /// migrations made always is.
  ///
  /// @param isComplete see `isComplete`
  boolean isCertain(Added added, LiveComparison.Item item, boolean isComplete) {
    // Those of a role are set by the people who run the server, too.
    if (!isBegun
        || added.object().kind() == ObjectKind.DEFAULT_PRIVILEGES
        || isFromOutside(added.object(), item.anchor())) {
      return false;
    }
    var isPart = !item.anchor().equals(added.object()) || added.added() instanceof RelationPart;
    return isPart || isComplete || (added.object().kind().isRelation() && !wasThere(item));
  }

  /// @param anchor the table that it is tied to
  private boolean isFromOutside(ObjectName object, ObjectName anchor) {
    return isOutside.test(object)
        || (isOutside.test(anchor) && expected.schema().find(anchor).isEmpty());
  }

  /// A relation that is older than deed's history, or that the migrations found.
  private boolean wasThere(LiveComparison.Item item) {
    if (!(item.difference() instanceof Added added) || !added.object().kind().isRelation()) {
      return false;
    }
    var relation = live.get(added.object());
    return (relation != null && relation.isOlder()) || expected.finds(added.object().name());
  }

  /// An index that exists, but that no query uses.
  boolean isInvalid(ObjectName object) {
    var relation = live.get(object);
    return relation != null && relation.health() != LiveRelation.Health.VALID;
  }

  /// Where a statement is that may have made the difference: one that deed cannot read and that
  /// names the object, or for an object of its own any; or a block that names it and that did only
  /// a part of what its text says.
  @Nullable String suspect(ObjectName object) {
    return Stream.concat(
            expected.unreadable().stream().filter(statement -> names(statement, object)),
            expected.conditionalBlocks().stream()
                .filter(block -> word(object).matcher(block.text()).find()))
        .map(UnreadableStatement::place)
        .findFirst()
        .orElse(null);
  }

  private boolean names(UnreadableStatement statement, ObjectName object) {
    if (statement.isFile()) {
      return true;
    }
    if (!object.kind().isPartOfRelation() && expected.schema().find(object).isEmpty()) {
      return true;
    }
    var word = word(object);
    return word.matcher(statement.text()).find()
        || (!statement.text().stripLeading().regionMatches(true, 0, "DO", 0, 2)
            && bodies().anyMatch(body -> word.matcher(body).find()));
  }

  private static Pattern word(ObjectName object) {
    return Pattern.compile("(?<![\\w$])" + Pattern.quote(object.simpleName()) + "(?![\\w$])");
  }

  private Stream<String> bodies() {
    return expected.schema().objects().stream()
        .filter(Routine.class::isInstance)
        .map(object -> ((Routine) object).body().text());
  }
}
