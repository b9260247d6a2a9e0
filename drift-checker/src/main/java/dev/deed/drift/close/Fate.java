package dev.deed.drift.close;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.SchemaObject;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What becomes of one object: created, dropped, both, or changed in its place.
final class Fate {

  private final ObjectName name;
  private final @Nullable SchemaObject before;
  private final @Nullable SchemaObject after;

  /// What differs. Empty for an object that is dropped and created again because of another one.
  private final Set<Facet> facets = EnumSet.noneOf(Facet.class);

  /// The objects because of which it is not left alone.
  private final Set<ObjectName> causes = new LinkedHashSet<>();

  private boolean remade;
  private boolean retyped;
  private boolean disturbed;
  private boolean released;
  private boolean losesDefault;
  private boolean moved;
  private @Nullable ObjectName goesWith;
  private @Nullable ObjectName comesWith;

  Fate(ObjectName name, @Nullable SchemaObject before, @Nullable SchemaObject after) {
    this.name = name;
    this.before = before;
    this.after = after;
    causes.add(name);
  }

  ObjectName name() {
    return name;
  }

  boolean hasBefore() {
    return before != null;
  }

  boolean hasAfter() {
    return after != null;
  }

  @Nullable SchemaObject beforeOrNull() {
    return before;
  }

  @Nullable SchemaObject afterOrNull() {
    return after;
  }

  SchemaObject before() {
    return Objects.requireNonNull(before, name.text());
  }

  SchemaObject after() {
    return Objects.requireNonNull(after, name.text());
  }

  Set<Facet> facets() {
    return facets;
  }

  Set<ObjectName> causes() {
    return causes;
  }

  boolean drops() {
    return before != null && (after == null || remade);
  }

  boolean makes() {
    return after != null && (before == null || remade);
  }

  boolean stays() {
    return before != null && after != null && !remade;
  }

  /// Dropped and created again.
  void remake() {
    remade = true;
  }

  boolean isRemade() {
    return remade && before != null && after != null;
  }

  /// A type: its columns keep their values. A column: its type is created again.
  void retype() {
    retyped = true;
  }

  boolean isRetyped() {
    return retyped;
  }

  /// A change of its parent changes it, too.
  void disturb() {
    disturbed = true;
  }

  boolean isDisturbed() {
    return disturbed;
  }

  /// A table: it leaves its parents for a while.
  void release() {
    released = true;
  }

  boolean isReleased() {
    return released;
  }

  /// A column: it becomes the last one, with its values.
  void move() {
    moved = true;
    remade = true;
  }

  boolean isMoved() {
    return moved;
  }

  void loseDefault() {
    losesDefault = true;
  }

  boolean isLosingDefault() {
    return losesDefault;
  }

  /// It is left in its place after all.
  void stay() {
    remade = false;
    goesWith = null;
    released = true;
  }

  void goAlone() {
    goesWith = null;
  }

  void goesWith(ObjectName other) {
    if (goesWith == null) {
      goesWith = other;
    }
  }

  /// The object whose drop drops it.
  @Nullable ObjectName goesWith() {
    return goesWith;
  }

  void comesWith(ObjectName other) {
    comesWith = other;
  }

  /// The object whose creation creates it.
  @Nullable ObjectName comesWith() {
    return comesWith;
  }
}
