package dev.deed.drift.close;

import dev.deed.drift.Closing.Held;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/// One thing that happens to an object, with what must come after it.
final class Node implements Comparable<Node> {

  /// In the order in which an object goes through them.
  enum Phase {
    /// What it refers to is removed from it.
    RELEASE,
    DROP,
    ALTER,
    MAKE,
    /// Its owner, comment, privileges, and its place among others.
    FINISH,
    END
  }

  private static final Comparator<Node> ORDER =
      Comparator.comparingInt(Node::group)
          .thenComparingInt(
              n -> n.phase == Phase.DROP ? -rank(n.object.kind()) : rank(n.object.kind()))
          .thenComparing(n -> n.object)
          .thenComparing(n -> n.phase);

  private final ObjectName object;
  private final Phase phase;
  private final Lines lines = new Lines();
  private final Set<Node> successors = new LinkedHashSet<>();
  private int predecessors;
  private boolean held;
  private boolean late;

  Node(ObjectName object, Phase phase) {
    this.object = object;
    this.phase = phase;
  }

  ObjectName object() {
    return object;
  }

  Phase phase() {
    return phase;
  }

  Lines lines() {
    return lines;
  }

  Set<Node> successors() {
    return successors;
  }

  void before(Node other) {
    if (other != this && successors.add(other)) {
      other.predecessors++;
    }
  }

  int predecessors() {
    return predecessors;
  }

  /// Something is missing from here until the object is made again.
  void late() {
    late = true;
  }

  boolean hasHeldLine() {
    return lines.all().stream().anyMatch(l -> l.held() != Held.NO);
  }

  boolean isHeld() {
    return held;
  }

  void hold() {
    held = true;
  }

  @Override
  public int compareTo(Node other) {
    return ORDER.compare(this, other);
  }

  private int group() {
    // A node without statements must not delay what comes after it.
    if (lines.isEmpty()) {
      return 0;
    }
    var isGround = object.kind() == ObjectKind.SCHEMA || object.kind() == ObjectKind.EXTENSION;
    return switch (phase) {
      case RELEASE -> 0;
      case DROP -> isGround ? 6 : late ? 5 : 1;
      case ALTER -> isGround ? 2 : 3;
      case MAKE, FINISH -> object.kind() == ObjectKind.DEFAULT_PRIVILEGES ? 5 : isGround ? 2 : 4;
      case END -> 5;
    };
  }

  /// The order in which objects are created where nothing else decides.
  private static int rank(ObjectKind kind) {
    return switch (kind) {
      case SCHEMA -> 0;
      case EXTENSION -> 1;
      case ACCESS_METHOD -> 2;
      case FOREIGN_DATA_WRAPPER -> 3;
      case SERVER -> 4;
      case USER_MAPPING -> 5;
      case COLLATION -> 6;
      case TYPE -> 7;
      case DOMAIN, DOMAIN_CONSTRAINT -> 8;
      case LANGUAGE -> 9;
      case FUNCTION, PROCEDURE, ROUTINE -> 10;
      case OPERATOR -> 11;
      case OPERATOR_FAMILY -> 12;
      case OPERATOR_CLASS -> 13;
      case AGGREGATE -> 14;
      case CAST -> 15;
      case TRANSFORM -> 16;
      case CONVERSION -> 17;
      case TEXT_SEARCH_PARSER -> 18;
      case TEXT_SEARCH_TEMPLATE -> 19;
      case TEXT_SEARCH_DICTIONARY -> 20;
      case TEXT_SEARCH_CONFIGURATION -> 21;
      case SEQUENCE -> 22;
      case TABLE, FOREIGN_TABLE, RELATION -> 23;
      case COLUMN -> 24;
      case INDEX -> 25;
      case CONSTRAINT -> 26;
      case VIEW, MATERIALIZED_VIEW, PROPERTY_GRAPH -> 27;
      case STATISTICS -> 28;
      case RULE -> 29;
      case TRIGGER -> 30;
      case POLICY -> 31;
      case EVENT_TRIGGER -> 32;
      case PUBLICATION -> 33;
      case SUBSCRIPTION -> 34;
      case ROLE, DATABASE, TABLESPACE, PARAMETER, LARGE_OBJECT, OBJECT -> 35;
      case DEFAULT_PRIVILEGES -> 36;
    };
  }
}
