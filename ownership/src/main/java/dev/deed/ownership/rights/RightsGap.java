package dev.deed.ownership.rights;

import dev.deed.ownership.rights.Right.Privilege;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// The difference between the rights that the ownership file asks for and those that a database
/// grants.
///
/// @param missing rights that the file asks for and the database does not grant
/// @param excess rights that services' roles, or all roles, have and the file does not ask for
/// @param again rights on columns that go with a right on the whole table, when that is revoked
public record RightsGap(SortedSet<Right> missing, SortedSet<Right> excess, SortedSet<Right> again) {

  /// All wanted rights, if nothing is known of a database.
  public static RightsGap of(SortedSet<Right> wanted) {
    return new RightsGap(wanted, new TreeSet<>(), new TreeSet<>());
  }

  /// @param held of objects that exist
  /// @param roles of the services; other roles' rights are not judged
  public static RightsGap between(
      SortedSet<Right> wanted, Collection<Right> held, Set<String> roles) {
    var existing = held.stream().map(Right::object).collect(Collectors.toSet());
    var relations = existing.stream().map(ObjectName::name).collect(Collectors.toSet());
    var missing = new TreeSet<Right>();
    var again = new TreeSet<Right>();
    for (var right : wanted) {
      var exists =
          right.isOfColumn()
              ? relations.contains(right.object().name())
              : existing.contains(right.object());
      if (exists && right.isOfColumn() && isOnTable(right, held)) {
        again.add(right);
      } else if (exists && !held.contains(right)) {
        missing.add(right);
      }
    }
    var owners =
        wanted.stream()
            .filter(right -> right.privilege() == Privilege.OWNER)
            .collect(Collectors.toMap(Right::object, Right::role, (a, _) -> a));
    var excess = new TreeSet<Right>();
    held.stream()
        .filter(right -> roles.contains(right.role()) || right.role().equals(Right.EVERYBODY))
        .filter(right -> !wanted.contains(right) && isJudged(right, owners.keySet()))
        // A role that becomes the owner has all privileges.
        .filter(right -> !right.role().equals(owners.get(owned(right, owners.keySet()))))
        .filter(right -> !isOwner(right, held))
        .forEach(excess::add);
    return new RightsGap(missing, excess, again);
  }

  /// True if the role has the privilege on the whole table, which is too much.
  private static boolean isOnTable(Right right, Collection<Right> held) {
    return held.stream()
        .anyMatch(h ->
            !h.isOfColumn()
                && h.object().kind().isRelation()
                && h.object().name().equals(right.object().name())
                && h.role().equals(right.role())
                && h.privilege() == right.privilege());
  }

  private static boolean isOwner(Right right, Collection<Right> held) {
    return held.stream()
        .anyMatch(h ->
            h.privilege() == Privilege.OWNER
                && h.role().equals(right.role())
                && (right.isOfColumn()
                    ? h.object().kind().isRelation()
                        && h.object().name().equals(right.object().name())
                    : h.object().equals(right.object())));
  }

  /// The object itself; for a column, the relation that has it.
  private static ObjectName owned(Right right, Set<ObjectName> known) {
    return right.isOfColumn()
        ? known.stream()
            .filter(o -> o.kind().isRelation() && o.name().equals(right.object().name()))
            .findFirst()
            .orElse(right.object())
        : right.object();
  }

  /// USAGE on a schema is harmless; CREATE in it is not.
  private static boolean isJudged(Right right, Set<ObjectName> known) {
    return switch (right.privilege()) {
      case MEMBER, SUPERUSER -> true;
      case CREATE -> right.object().kind() == ObjectKind.SCHEMA;
      case USAGE, OWNER -> false;
      default ->
          Privilege.OF_TABLES.contains(right.privilege()) && known.contains(owned(right, known));
    };
  }

  public boolean isNone() {
    return missing.isEmpty() && excess.isEmpty();
  }

  /// The statements that grant what is missing, in the order in which they work.
  public List<String> giving() {
    return statements(missing, Right::given);
  }

  /// The statements that revoke the excess.
  public List<String> taking() {
    var statements = new ArrayList<>(statements(excess, Right::taken));
    statements.addAll(statements(again, Right::given));
    return statements;
  }

  /// One statement for each role and object.
  private static List<String> statements(
      SortedSet<Right> rights, BiFunction<Right, String, String> statement) {
    var statements = new ArrayList<String>();
    var groups =
        rights.stream()
            .collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
    groups.forEach((_, group) -> {
      var privileges = new LinkedHashMap<Privilege, List<String>>();
      for (var right : group) {
        var columns = privileges.computeIfAbsent(right.privilege(), _ -> new ArrayList<>());
        if (right.isOfColumn()) {
          columns.add(Identifier.quoted(right.object().own()));
        }
      }
      statements.add(statement.apply(group.getFirst(), words(privileges)));
    });
    return statements;
  }

  /// `SELECT (id, plan), DELETE`
  private static String words(Map<Privilege, List<String>> privileges) {
    return privileges.entrySet().stream()
        .map(e ->
            e.getValue().isEmpty()
                ? e.getKey().name()
                : e.getKey().name() + " (" + String.join(", ", e.getValue()) + ")")
        .collect(Collectors.joining(", "));
  }

  private record Group(ObjectName object, String role, boolean owner) {
    static Group of(Right right) {
      // Columns of a table are granted together, but apart from the whole table.
      var object =
          right.isOfColumn() ? ObjectName.column(right.object().name(), "*") : right.object();
      return new Group(object, right.role(), right.privilege() == Privilege.OWNER);
    }
  }
}
