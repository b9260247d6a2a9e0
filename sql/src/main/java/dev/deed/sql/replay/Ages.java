package dev.deed.sql.replay;

import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When the objects of a replay were created, counted in statements, and which relation of today
/// was called what before.
final class Ages {

  /// @param creation the number of the statement that created the object, null for none
  /// @param identity the identity of a relation, else null
  record Age(@Nullable Integer creation, @Nullable Integer identity) {}

  /// The number of the statement that created an object. Objects of the baseline are not included.
  private final Map<ObjectName, Integer> creations = new HashMap<>();

  /// The number of the statement that first created an object of that name.
  private final Map<ObjectName, Integer> firstCreations = new HashMap<>();

  /// A number for each relation, which it keeps when it is renamed.
  private final Map<ObjectName, Integer> identities = new HashMap<>();

  /// The present or last name of each relation, by its identity.
  private final List<ObjectName> lastNames = new ArrayList<>();

  private int statement;
  private int firstOfScript;

  void startScript() {
    firstOfScript = statement + 1;
  }

  void startStatement() {
    statement++;
  }

  int statement() {
    return statement;
  }

  void created(ObjectName name) {
    creations.put(name, statement);
    firstCreations.putIfAbsent(name, statement);
    if (name.kind().isRelation()) {
      identities.put(name, lastNames.size());
      lastNames.add(name);
    }
  }

  void removed(ObjectName name) {
    creations.remove(name);
    identities.remove(name);
  }

  /// The baseline ends here.
  void forgetCreations() {
    creations.clear();
    firstCreations.clear();
  }

  Age of(ObjectName name) {
    return new Age(creations.get(name), identities.get(name));
  }

  void restore(ObjectName name, Age age) {
    if (age.creation() == null) {
      creations.remove(name);
    } else {
      creations.put(name, age.creation());
    }
    if (age.identity() != null && name.kind().isRelation()) {
      identities.put(name, age.identity());
      lastNames.set(age.identity(), name);
    }
  }

  void firstCreated(ObjectName name, int statement) {
    firstCreations.put(name, statement);
  }

  /// True if it was created earlier in this script.
  boolean isFresh(@Nullable ObjectName name) {
    var created = createdAt(name);
    return created >= 0 && created >= firstOfScript && created < statement;
  }

  /// The number of the statement that created it, -1 for none.
  int createdAt(@Nullable ObjectName name) {
    return name == null ? -1 : creations.getOrDefault(name, -1);
  }

  /// The number of the statement that first created an object of that name, -1 for none.
  int firstCreatedAt(ObjectName name) {
    return firstCreations.getOrDefault(name, -1);
  }

  /// -1 for an unknown object and one that is not a relation.
  int identity(ObjectName relation) {
    return identities.getOrDefault(relation, -1);
  }

  ObjectName lastName(int identity) {
    return lastNames.get(identity);
  }
}
