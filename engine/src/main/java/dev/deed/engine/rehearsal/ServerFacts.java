package dev.deed.engine.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a migration can change besides a database's schema and rows: roles, settings, large
/// objects, replication, and what the database has that is not in it. A password is left out: no
/// down can bring it back.
///
/// @param facts by what they are about, in words
public record ServerFacts(Map<Subject, Fact> facts) {

  public static final ServerFacts NONE = new ServerFacts(Map.of());

  /// @param role that there is no such fact without; empty for none
  /// @param isOfServer other databases and programs may change it, too
  public record Subject(String words, String role, boolean isOfServer)
      implements Comparable<Subject> {
    @Override
    public int compareTo(Subject other) {
      return words.compareTo(other.words);
    }
  }

  /// @param removal the statement that removes it; empty where it is always there
  /// @param order of the removal among others
  public record Fact(String value, String removal, int order) {

    Fact and(Fact more) {
      return new Fact(value + " " + more.value, removal, order);
    }
  }

  /// @param kind as a verb: ` is left over`
  public record Change(Subject subject, String kind, Fact fact) {

    private static final String LEFT_OVER = " is left over";

    public String words() {
      return subject.words() + kind;
    }

    public boolean isLeftOver() {
      return kind.equals(LEFT_OVER);
    }
  }

  public ServerFacts {
    facts = Map.copyOf(facts);
  }

  /// What differs now.
  ///
  /// @param made roles that the rehearsal itself has made
  public List<Change> differences(ServerFacts now, Set<String> made) {
    var all = new TreeMap<Subject, Change>();
    now.facts()
        .forEach((subject, fact) -> {
          var then = facts.get(subject);
          if (then == null) {
            all.put(subject, new Change(subject, Change.LEFT_OVER, fact));
          } else if (!then.value().equals(fact.value())) {
            all.put(subject, new Change(subject, " differs", fact));
          }
        });
    facts.forEach((subject, fact) -> {
      if (!now.facts().containsKey(subject)) {
        all.put(subject, new Change(subject, " is missing", fact));
      }
    });
    all.keySet().removeIf(subject -> made.contains(subject.role()));
    return List.copyOf(all.values());
  }

  /// Without those that others may change, too.
  public ServerFacts ofDatabase() {
    return new ServerFacts(
        facts.entrySet().stream()
            .filter(fact -> !fact.getKey().isOfServer())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// Statements that remove from the server what was not there, in an order in which they can run.
  /// What is in one database only is removed with it.
  ///
  /// @param made roles that the rehearsal itself has made
  public List<String> removals(ServerFacts now, Set<String> made) {
    var left = new ArrayList<>(differences(now, made));
    left.removeIf(change -> !change.isLeftOver() || !change.subject().isOfServer());
    return removals(left);
  }

  /// Of what is left over.
  public static List<String> removals(List<Change> changes) {
    return changes.stream()
        .filter(Change::isLeftOver)
        .map(Change::fact)
        .filter(fact -> !fact.removal().isEmpty())
        .sorted(Comparator.comparingInt(Fact::order).thenComparing(Fact::removal))
        .map(Fact::removal)
        .toList();
  }
}
