package dev.deed.ownership.rights;

import dev.deed.ownership.rights.Right.Privilege;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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
public record RightsGap(SortedSet<Right> missing, SortedSet<Right> excess) {

  /// All wanted rights, if nothing is known of a database.
  public static RightsGap of(SortedSet<Right> wanted) {
    return new RightsGap(wanted, new TreeSet<>());
  }

  /// @param held of objects that exist
  /// @param roles of the services; other roles' rights are not judged
  public static RightsGap between(
      SortedSet<Right> wanted, Collection<Right> held, Set<String> roles) {
    var existing = held.stream().map(Right::object).collect(Collectors.toSet());
    var missing = new TreeSet<Right>();
    wanted.stream()
        .filter(right -> existing.contains(right.object()) && !held.contains(right))
        .forEach(missing::add);
    var owners =
        wanted.stream()
            .filter(right -> right.privilege() == Privilege.OWNER)
            .collect(Collectors.toMap(Right::object, Right::role, (a, _) -> a));
    var excess = new TreeSet<Right>();
    held.stream()
        .filter(right -> roles.contains(right.role()) || right.role().equals(Right.EVERYBODY))
        .filter(right -> !wanted.contains(right) && isJudged(right, owners.keySet()))
        // A role that becomes the owner has all privileges.
        .filter(right -> !right.role().equals(owners.get(right.object())))
        .filter(right -> !isOwner(right, held))
        .forEach(excess::add);
    return new RightsGap(missing, excess);
  }

  private static boolean isOwner(Right right, Collection<Right> held) {
    return held.contains(new Right(right.object(), right.role(), Privilege.OWNER));
  }

  /// USAGE on a schema is harmless; CREATE in it is not.
  private static boolean isJudged(Right right, Set<ObjectName> known) {
    return switch (right.privilege()) {
      case MEMBER, SUPERUSER -> true;
      case CREATE -> right.object().kind() == ObjectKind.SCHEMA;
      case USAGE, OWNER -> false;
      default -> Privilege.OF_TABLES.contains(right.privilege()) && known.contains(right.object());
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
    return statements(excess, Right::taken);
  }

  /// One statement for each role and object.
  private static List<String> statements(
      SortedSet<Right> rights, BiFunction<Right, String, String> statement) {
    var statements = new ArrayList<String>();
    var groups =
        rights.stream()
            .collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
    groups.forEach((_, group) -> {
      var privileges =
          group.stream().map(r -> r.privilege().name()).collect(Collectors.joining(", "));
      statements.add(statement.apply(group.getFirst(), privileges));
    });
    return statements;
  }

  private record Group(ObjectName object, String role, boolean owner) {
    static Group of(Right right) {
      return new Group(right.object(), right.role(), right.privilege() == Privilege.OWNER);
    }
  }
}
