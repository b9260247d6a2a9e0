package dev.deed.ownership.propose;

import dev.deed.ownership.propose.RepositoryFacts.Reasoned;
import dev.deed.sql.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An ownership file before it is written: every part with its reason.
///
/// @param alternatives how the tables could be divided instead, in words
public record Proposal(
    List<ProposedDatabase> databases,
    List<ProposedService> services,
    List<Alternative> alternatives) {

  public Proposal {
    databases = List.copyOf(databases);
    services = List.copyOf(services);
    alternatives = List.copyOf(alternatives);
  }

  /// @param why that these folders are one database of this name
  /// @param postgres null for deed's default
  /// @param division why it could not be one database with another one, or null
  /// @param outside tables that its migrations use and none of them creates
  /// @param url with a variable, and why that one
  public record ProposedDatabase(
      String name,
      String why,
      List<ProposedSource> sources,
      @Nullable Reasoned postgres,
      @Nullable String division,
      List<String> outside,
      Reasoned url) {
    public ProposedDatabase {
      sources = List.copyOf(sources);
      outside = List.copyOf(outside);
    }

    ProposedDatabase at(Reasoned newUrl) {
      return new ProposedDatabase(name, why, sources, postgres, division, outside, newUrl);
    }

    private ProposedDatabase with(String service, String renamed) {
      var moved =
          sources.stream()
              .map(source -> source.service().equals(service) ? source.with(renamed) : source)
              .toList();
      return new ProposedDatabase(name, why, moved, postgres, division, outside, url);
    }
  }

  /// @param placeholders with the values that the files are read with
  public record ProposedSource(
      String path,
      Tool tool,
      String why,
      int unread,
      String service,
      SortedMap<String, String> placeholders) {

    private ProposedSource with(String renamed) {
      return new ProposedSource(path, tool, why, unread, renamed, placeholders);
    }
  }

  /// @param owns patterns by database, as text
  public record ProposedService(
      Reasoned name,
      @Nullable Reasoned team,
      @Nullable String role,
      SortedMap<String, List<String>> owns) {
    public ProposedService {
      owns = new TreeMap<>(owns);
    }
  }

  /// Groups of tables that could be services.
  ///
  /// @param reason what they have in common
  public record Alternative(
      String database, String reason, SortedMap<String, List<String>> groups) {
    public Alternative {
      groups = new TreeMap<>(groups);
    }
  }

  /// The same with another name and team for a service, as a person has said.
  public Proposal with(String service, String name, String team) {
    var renamed =
        services.stream()
            .map(each ->
                each.name().text().equals(service)
                    ? new ProposedService(
                        new Reasoned(name, each.name().reason()),
                        team.isBlank() ? null : new Reasoned(team, "you said so"),
                        each.role(),
                        each.owns())
                    : each)
            .toList();
    var moved = databases.stream().map(database -> database.with(service, name)).toList();
    return new Proposal(moved, renamed, alternatives);
  }

  /// How many parts are guesses.
  public int guesses() {
    var guesses = new ArrayList<String>();
    for (var database : databases) {
      guesses.add(database.why());
      guesses.add(database.url().reason());
      database.sources().forEach(source -> guesses.add(source.why()));
      if (database.postgres() != null) {
        guesses.add(database.postgres().reason());
      }
      if (!database.outside().isEmpty()) {
        guesses.add(database.name());
      }
    }
    for (var service : services) {
      guesses.add(service.name().reason());
      if (service.team() != null) {
        guesses.add(service.team().reason());
      }
    }
    return guesses.size();
  }
}
