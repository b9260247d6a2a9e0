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

/// What lies between the rights that the ownership file asks for and those that a database gives.
///
/// @param missing what is asked for and not given
/// @param excess what services' roles, or everybody, were given and nobody asked for
public record RightsGap(SortedSet<Right> missing, SortedSet<Right> excess) {

  /// All that is wanted, where nothing is known of a database.
  public static RightsGap of(SortedSet<Right> wanted) {
    return new RightsGap(wanted, new TreeSet<>());
  }

  /// @param held of objects that exist
  /// @param roles of the services; what others may is not judged
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
        // Whoever is to be the owner has all there is.
        .filter(right -> !right.role().equals(owners.get(right.object())))
        .filter(right -> !isOwner(right, held))
        .forEach(excess::add);
    return new RightsGap(missing, excess);
  }

  private static boolean isOwner(Right right, Collection<Right> held) {
    return held.contains(new Right(right.object(), right.role(), Privilege.OWNER));
  }

  /// To look into a schema harms nobody; to make something in it does.
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

  /// The statements that give what is missing, in the order in which they work.
  public List<String> giving() {
    return statements(missing, Right::given);
  }

  /// The statements that take what is too much.
  public List<String> taking() {
    return statements(excess, Right::taken);
  }

  /// One for each role and object.
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
