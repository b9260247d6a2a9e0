package dev.deed.drift.close;

import dev.deed.drift.WholeSides;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.Optional;

/// Indexes and keys that get another definition under their name. Queries need the old one, and a
/// unique one refuses rows, until the new one is there: it goes last.
///
/// A plain index makes room for the new one under another name. A key's new index is built under
/// another name, and takes the constraint's name when it takes its place, in one statement.
record IndexExchange(WholeSides sides, Fates fates) {

  /// Not an index that belongs to a constraint or to a parent's index.
  boolean takesIndex(Fate fate) {
    return isReplaced(fate)
        && fate.before() instanceof Index was
        && fate.after() instanceof Index now
        && isPlain(was)
        && isPlain(now)
        && stays(was.table(), now.table())
        && isUntouched(sides.before(), fate)
        && !isReferenced(sides.before(), fate)
        && !isReferenced(sides.after(), fate);
  }

  /// While there are two, a new foreign key would need the old one.
  private static boolean isReferenced(Catalog side, Fate fate) {
    return side.dependants(fate.name()).stream().anyMatch(TableConstraint.class::isInstance);
  }

  boolean takesKey(Fate fate) {
    return isReplaced(fate)
        && fate.before() instanceof TableConstraint was
        && fate.after() instanceof TableConstraint now
        && isKey(was)
        && isKey(now)
        && stays(was.relation(), now.relation())
        && hasSameColumns(sides.before(), fate)
        && hasSameColumns(sides.after(), fate)
        && keyIndex(now).isPresent();
  }

  /// By itself: what is created again because of something else goes before that.
  private static boolean isReplaced(Fate fate) {
    return fate.isRemade()
        && !fate.isMoved()
        && !fate.facets().isEmpty()
        && fate.goesWith() == null
        && fate.comesWith() == null;
  }

  private static boolean isPlain(Index index) {
    return index.constraint() == null && index.parent() == null;
  }

  private static boolean isKey(TableConstraint constraint) {
    return switch (constraint.rule()) {
      case PrimaryKey key -> !key.withoutOverlaps();
      case Unique unique -> !unique.withoutOverlaps();
      default -> false;
    };
  }

  /// A table that has rows of its own, whose indexes are built concurrently.
  private boolean stays(QualifiedName was, QualifiedName now) {
    var table = sides.after().table(now).orElse(null);
    return was.equals(now)
        && (table == null || (table.partitionBy() == null && table.partition() == null));
  }

  /// Nothing that it depends on goes, changes its type, or is new.
  private boolean isUntouched(Catalog side, Fate fate) {
    return side.dependencies(fate.name()).stream().allMatch(this::isLeftAlone);
  }

  private boolean isLeftAlone(ObjectName name) {
    var fate = fates.of(name);
    return fate == null || (fate.stays() && !Fates.isDisturbing(fate));
  }

  /// A column that is in no key any more may lose its NOT NULL, and one that is in a key gets it.
  private boolean hasSameColumns(Catalog side, Fate fate) {
    return isUntouched(side, fate)
        && side.dependencies(fate.name()).stream()
            .noneMatch(on -> on.kind() == ObjectKind.COLUMN && fates.of(on) != null);
  }

  private Optional<Index> keyIndex(TableConstraint key) {
    return sides.after().index(key.relation().renamed(key.part())).filter(Index::unique);
  }

  // Statements

  static String dropOld(Index index) {
    return "DROP INDEX CONCURRENTLY " + old(index).quoted();
  }

  private static QualifiedName old(Index index) {
    return index.qualifiedName().renamed(TemporaryName.old(index.qualifiedName().name()));
  }

  String build(TableConstraint key) {
    var index = keyIndex(key).orElseThrow();
    var name = ObjectName.of(index.name().kind(), index.qualifiedName().renamed(newName(key)));
    return concurrently(index.copy().name(name).constraint(null).index());
  }

  static String swap(TableConstraint key) {
    var name = Identifier.quoted(key.part());
    return "ALTER TABLE %s DROP CONSTRAINT %s, ADD CONSTRAINT %s %s USING INDEX %s%s"
        .formatted(
            key.relation().quoted(),
            name,
            name,
            key.rule() instanceof PrimaryKey ? "PRIMARY KEY" : "UNIQUE",
            Identifier.quoted(newName(key)),
            key.deferrability().sql());
  }

  private static String newName(TableConstraint key) {
    return TemporaryName.next(key.part());
  }

  static String concurrently(Index index) {
    return index.definition().replaceFirst(" INDEX ", " INDEX CONCURRENTLY ");
  }
}
